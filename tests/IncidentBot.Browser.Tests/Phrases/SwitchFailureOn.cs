using IncidentBot.Browser.Tests.Driving;
using IncidentBot.Browser.Tests.Stories;
using Microsoft.Playwright;

namespace IncidentBot.Browser.Tests.Phrases;

internal sealed class SwitchFailureOn() : Phrase("in **Slack failures** switch on **{name}**")
{
    public override Task PlayAsync(Stage stage, IReadOnlyDictionary<string, string> parts) => FailuresPanel.UseAsync(
        stage, panel => panel.GetByRole(AriaRole.Switch, new() { Name = parts["name"], Exact = true }).ClickAsync());
}
