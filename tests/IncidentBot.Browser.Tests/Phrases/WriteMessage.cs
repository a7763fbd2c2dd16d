using IncidentBot.Browser.Tests.Driving;
using IncidentBot.Browser.Tests.Stories;

namespace IncidentBot.Browser.Tests.Phrases;

internal sealed class WriteMessage() : Phrase("write \"{text}\"")
{
    public override Task PlayAsync(Stage stage, IReadOnlyDictionary<string, string> parts) => SendAsync(stage, parts["text"]);

    public static async Task SendAsync(Stage stage, string text)
    {
        var composer = stage.Page.GetByTestId("composer");
        await composer.PressSequentiallyAsync(text, new() { Delay = stage.BetweenKeys });
        await composer.PressAsync("Enter");
    }
}
