using IncidentBot.Browser.Tests.Driving;
using IncidentBot.Browser.Tests.Stories;
using Microsoft.Playwright;

namespace IncidentBot.Browser.Tests.Phrases;

/// <summary>Presses a button in the panel, such as "End all failures" or a change to the open channel.</summary>
internal sealed class PressInFailures() : Phrase("in **Slack failures** press **{name}**")
{
    public override Task PlayAsync(Stage stage, IReadOnlyDictionary<string, string> parts) => FailuresPanel.UseAsync(
        stage, panel => panel.GetByRole(AriaRole.Button, new() { Name = parts["name"], Exact = true }).ClickAsync());
}
