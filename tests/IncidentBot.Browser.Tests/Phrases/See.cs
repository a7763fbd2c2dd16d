using IncidentBot.Browser.Tests.Driving;
using IncidentBot.Browser.Tests.Stories;
using static Microsoft.Playwright.Assertions;

namespace IncidentBot.Browser.Tests.Phrases;

/// <summary>Looks for a text in the open modal, or in the channel and its thread.</summary>
internal sealed class See() : Phrase("you see \"{text}\"")
{
    public override Task PlayAsync(Stage stage, IReadOnlyDictionary<string, string> parts) => LookForAsync(stage, parts["text"]);

    public static Task LookForAsync(Stage stage, string text) =>
        Expect(stage.Front.GetByText(text).Last).ToBeVisibleAsync(new() { Timeout = Stage.Patience });
}
