using IncidentBot.Browser.Tests.Driving;
using IncidentBot.Browser.Tests.Stories;
using Microsoft.Playwright;

namespace IncidentBot.Browser.Tests.Phrases;

/// <summary>The menu that a message shows when the pointer is on it.</summary>
internal sealed class PickFromMenu() : Phrase("choose **{item}** from the menu of \"{text}\"")
{
    public override async Task PlayAsync(Stage stage, IReadOnlyDictionary<string, string> said)
    {
        var message = stage.Message(said["text"]);
        await message.HoverAsync();
        await message.GetByTitle("More actions").ClickAsync();
        await message.GetByRole(AriaRole.Menuitem).Filter(new() { HasText = said["item"] }).ClickAsync();
    }
}
