using IncidentBot.Domain.Severities;
using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Workspace;

/// <summary>The words belong to the process, so no other test runs beside these.</summary>
[CollectionDefinition(nameof(SeverityNamesTests), DisableParallelization = true)]
[Collection(nameof(SeverityNamesTests))]
public sealed class SeverityNamesTests : IDisposable
{
    public void Dispose() => SeverityLabels.Use(new Dictionary<Severity, string>());

    [Fact]
    [Trait("Requirement", "D15")]
    public async Task The_words_of_the_workspace_stand_on_every_surface_and_can_be_typed()
    {
        await using var app = await BotApp.StartAsync(
            ("Incidents:SeverityNames:SEV1", "Critical"), ("Incidents:SeverityNames:SEV2", "High"),
            ("Incidents:SeverityNames:SEV3", "Medium"), ("Incidents:SeverityNames:SEV4", "Low"));
        var maya = app.Slack.As("maya");
        await maya.TypeAsync("general", "/incident");
        var form = app.Slack.OpenView("maya")!.Blocks.GetRawText();
        await maya.CloseAsync(app.Slack.OpenView("maya")!);
        var incident = await Scenarios.DeclaredSev1(app);

        await maya.TypeAsync(incident.Channel, "/incident sev high");
        await app.SettleAsync();
        await maya.OpenHomeAsync();
        await app.SettleAsync();
        await maya.TypeAsync(incident.Channel, "/incident update");
        var update = app.Slack.PlainText(app.Slack.OpenView("maya")!);
        await maya.CloseAsync(app.Slack.OpenView("maya")!);
        await Scenarios.Resolve(app, incident);
        await maya.TypeAsync(incident.Channel, "/postmortem");
        await maya.ClickAsync(app.Slack.OpenView("maya")!, "post_mortem_preview");

        Assert.Equal(Severity.Sev2, (await app.ReadAsync(db => db.Incidents.SingleAsync())).Severity);
        Assert.Contains("Critical → High", ShownMessages.TextsIn(app, incident.Channel).Single(
            line => line.Contains('→')), StringComparison.Ordinal);
        Assert.StartsWith("High · ", app.Slack.Channels.Named(incident.Channel).Topic.Value, StringComparison.Ordinal);
        Assert.Contains(":red_circle: Critical", form, StringComparison.Ordinal);
        string[] surfaces =
        [
            update, app.Slack.PlainText(app.Slack.HomeOf("maya")!), app.Slack.PlainText(app.Slack.OpenView("maya")!),
            .. app.Slack.MessagesIn(incident.Channel).Concat(app.Slack.MessagesIn("incidents"))
                .Select(message => app.Slack.PlainText((Surface)message)),
        ];
        Assert.All(surfaces, text => Assert.DoesNotContain("SEV", text, StringComparison.Ordinal));
        Assert.All(surfaces[..3], text => Assert.Contains("High", text, StringComparison.Ordinal));
    }
}
