using IncidentBot.Browser.Tests.Driving;
using IncidentBot.Browser.Tests.Stories;
using static Microsoft.Playwright.Assertions;

namespace IncidentBot.Browser.Tests.Phrases;

internal sealed class ReplyInThread() : Phrase("reply \"{text}\" in the thread of \"{first}\"")
{
    public override async Task PlayAsync(Stage stage, IReadOnlyDictionary<string, string> parts)
    {
        await OpenAsync(stage, parts["first"]);
        var composer = stage.Page.GetByTestId("thread-composer");
        await composer.PressSequentiallyAsync(parts["text"], new() { Delay = stage.BetweenKeys });
        await composer.PressAsync("Enter");
    }

    public static async Task OpenAsync(Stage stage, string first)
    {
        var message = stage.Page.Locator("main").GetByTestId("message").Filter(new() { HasText = first }).First;
        await message.HoverAsync();
        await message.GetByTitle("Reply in thread").ClickAsync();
        await Expect(stage.Page.GetByTestId("thread")).ToContainTextAsync(first);
    }
}
