using IncidentBot.Browser.Tests.Driving;
using IncidentBot.Browser.Tests.Stories;
using static Microsoft.Playwright.Assertions;

namespace IncidentBot.Browser.Tests.Phrases;

internal sealed class SeeInThread() : Phrase("you see \"{text}\" in the thread of \"{first}\"")
{
    public override async Task PlayAsync(Stage stage, IReadOnlyDictionary<string, string> parts)
    {
        await ReplyInThread.OpenAsync(stage, parts["first"]);
        await Expect(stage.Page.GetByTestId("thread")).ToContainTextAsync(parts["text"], new() { Timeout = Stage.Patience });
    }
}
