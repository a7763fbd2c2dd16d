using IncidentBot.Browser.Tests.Driving;
using IncidentBot.Browser.Tests.Stories;
using Microsoft.Playwright;

namespace IncidentBot.Browser.Tests.Phrases;

/// <summary>Chooses from the menu that appears when the pointer is over a message.</summary>
internal sealed class PickFromMenu() : Phrase("choose **{item}** from the menu of \"{text}\"")
{
    public override async Task PlayAsync(Stage stage, IReadOnlyDictionary<string, string> parts)
    {
        var message = stage.Message(parts["text"]);
        await message.HoverAsync();
        await message.GetByTitle("More actions").ClickAsync();
        await message.GetByRole(AriaRole.Menuitem).Filter(new() { HasText = parts["item"] }).ClickAsync();
    }
}
