using IncidentBot.Browser.Tests.Driving;
using IncidentBot.Browser.Tests.Stories;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IncidentBot.Browser.Tests.Phrases;

internal sealed class ReactToMessage() : Phrase("react with :{emoji}: to \"{text}\"")
{
    public override async Task PlayAsync(Stage stage, IReadOnlyDictionary<string, string> parts)
    {
        var message = stage.Message(parts["text"]);
        await message.HoverAsync();
        await message.GetByTitle("Add reaction").ClickAsync();
        await message.GetByRole(AriaRole.Menuitem, new() { Name = parts["emoji"], Exact = true }).ClickAsync();
        await Expect(message.GetByTestId($"reaction-{parts["emoji"]}")).ToBeVisibleAsync();
    }
}
