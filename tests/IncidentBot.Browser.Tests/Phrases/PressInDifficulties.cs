using IncidentBot.Browser.Tests.Driving;
using IncidentBot.Browser.Tests.Stories;
using Microsoft.Playwright;

namespace IncidentBot.Browser.Tests.Phrases;

/// <summary>"Everything is well again", or what is done to the channel that is open.</summary>
internal sealed class PressInDifficulties() : Phrase("in **Difficulties** press **{name}**")
{
    public override Task PlayAsync(Stage stage, IReadOnlyDictionary<string, string> said) => DifficultiesPanel.UseAsync(
        stage, panel => panel.GetByRole(AriaRole.Button, new() { Name = said["name"], Exact = true }).ClickAsync());
}
