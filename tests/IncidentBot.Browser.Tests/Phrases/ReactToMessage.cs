using IncidentBot.Browser.Tests.Driving;
using IncidentBot.Browser.Tests.Stories;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IncidentBot.Browser.Tests.Phrases;

internal sealed class ReactToMessage() : Phrase("react with :{emoji}: to \"{text}\"")
{
    public override async Task PlayAsync(Stage stage, IReadOnlyDictionary<string, string> said)
    {
        var message = stage.Message(said["text"]);
        await message.HoverAsync();
        await message.GetByTitle("Add reaction").ClickAsync();
        await message.GetByRole(AriaRole.Menuitem, new() { Name = said["emoji"], Exact = true }).ClickAsync();
        await Expect(message.GetByTestId($"reaction-{said["emoji"]}")).ToBeVisibleAsync();
    }
}
