using IncidentBot.Browser.Tests.Driving;
using IncidentBot.Browser.Tests.Stories;
using Microsoft.Playwright;

namespace IncidentBot.Browser.Tests.Phrases;

internal sealed class SwitchDifficultyOn() : Phrase("in **Difficulties** switch on **{name}**")
{
    public override Task PlayAsync(Stage stage, IReadOnlyDictionary<string, string> parts) => DifficultiesPanel.UseAsync(
        stage, panel => panel.GetByRole(AriaRole.Switch, new() { Name = parts["name"], Exact = true }).ClickAsync());
}
