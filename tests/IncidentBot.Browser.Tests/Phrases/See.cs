using IncidentBot.Browser.Tests.Driving;
using IncidentBot.Browser.Tests.Stories;
using static Microsoft.Playwright.Assertions;

namespace IncidentBot.Browser.Tests.Phrases;

/// <summary>In what is in front: the modal, or channel and thread.</summary>
internal sealed class See() : Phrase("you see \"{text}\"")
{
    public override Task PlayAsync(Stage stage, IReadOnlyDictionary<string, string> said) => LookForAsync(stage, said["text"]);

    public static Task LookForAsync(Stage stage, string text) =>
        Expect(stage.Front.GetByText(text).Last).ToBeVisibleAsync(new() { Timeout = Stage.Patience });
}
