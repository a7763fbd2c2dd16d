using IncidentBot.Cards;
using IncidentBot.Domain.Severities;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.Lifecycle;

public sealed class StatusUpdatesTests
{
    [Fact]
    public async Task A_status_update_appears_in_the_channel_and_in_the_headline_thread()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);

        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident update We are rolling back <now> & watching");
        await app.SettleAsync();

        Assert.Contains("We are rolling back <now> & watching", ShownMessages.TextsIn(app, incident.Channel)[^1], StringComparison.Ordinal);
        var headline = app.Slack.MessagesIn("incidents").First(message => message.BotId is not null);
        Assert.Contains("We are rolling back", ShownMessages.TextOf(app, app.Slack.ThreadOf(headline)[^1]), StringComparison.Ordinal);
        Assert.Single(app.Slack.MessagesIn("incidents"), message => message.BotId is not null && message.ThreadTs is null);
    }

    [Fact]
    public async Task Submitting_the_update_form_twice_posts_one_update()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var maya = app.Slack.As("maya");
        await maya.ClickAsync(ShownMessages.IncidentCard(app, incident.Channel), CardActions.PostUpdate);
        var modal = await maya.FillAsync(app.Slack.OpenView("maya")!, ("text", "No news yet."));

        await Task.WhenAll(maya.SubmitAsync(modal), maya.SubmitAsync(modal));
        await app.SettleAsync();

        Assert.Single((await app.ReadAsync(db => db.Incidents.SingleAsync())).StatusUpdates);
        Assert.Single(
            ShownMessages.TextsIn(app, incident.Channel), line => line.Contains("Status update by @maya", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_update_changes_status_and_severity_and_promises_the_next_one_in_one_message()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var maya = app.Slack.As("maya");
        await maya.ClickAsync(ShownMessages.IncidentCard(app, incident.Channel), CardActions.PostUpdate);
        var before = ShownMessages.TextsIn(app, incident.Channel).Count;

        await maya.SubmitAsync(await maya.FillAsync(
            app.Slack.OpenView("maya")!,
            ("text", "The pool is larger; errors are gone."),
            ("status", "Mitigated"),
            ("severity", "SEV2"),
            ("next_in", "120")));
        await app.SettleAsync();

        var update = ShownMessages.TextsIn(app, incident.Channel).Skip(before).Single(
            line => line.Contains("Status update by @maya", StringComparison.Ordinal));
        Assert.Contains("The pool is larger", update, StringComparison.Ordinal);
        Assert.Contains("investigating → mitigated", update, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("SEV1 → SEV2", update, StringComparison.Ordinal);
        var stored = await app.ReadAsync(db => db.Incidents.SingleAsync());
        Assert.Equal(stored.LastUpdateAt!.Value.AddHours(2), stored.NextUpdateDue);
        var thread = app.Slack.ThreadOf(app.Slack.MessagesIn("incidents").First(message => message.BotId is not null));
        Assert.Contains("mitigated", ShownMessages.TextOf(app, thread[^1]), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_update_keeps_the_severity_that_someone_else_changed_meanwhile()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var maya = app.Slack.As("maya");
        await maya.ClickAsync(ShownMessages.IncidentCard(app, incident.Channel), CardActions.PostUpdate);
        var form = await maya.FillAsync(app.Slack.OpenView("maya")!, ("text", "No news yet."));
        await app.Slack.As("ben").TypeAsync(incident.Channel, "/incident sev 3");
        await app.SettleAsync();

        await maya.SubmitAsync(form);
        await app.SettleAsync();

        Assert.Equal(Severity.Sev3, (await app.ReadAsync(db => db.Incidents.SingleAsync())).Severity);
    }

    [Fact]
    public async Task The_card_highlights_the_next_step()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        Assert.Equal([CardActions.PostUpdate], ColouredButtons(app, incident));

        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident status mitigated");
        await app.SettleAsync();

        Assert.Equal([CardActions.Resolve], ColouredButtons(app, incident));
    }

    [Fact]
    public async Task Update_reminders_repeat_until_the_incident_is_resolved()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident lead @ben");

        await app.AdvanceAsync(TimeSpan.FromMinutes(30));
        await app.AdvanceAsync(TimeSpan.FromMinutes(15));
        Assert.Equal(1, Reminders(app, incident));
        await app.AdvanceAsync(TimeSpan.FromMinutes(15));
        Assert.Contains(
            "@ben, a status update is due", ShownMessages.TextsIn(app, incident.Channel)[^1], StringComparison.Ordinal);
        Assert.Equal(1, Reminders(app, incident));
        Assert.Contains(
            "overdue since", ShownMessages.TextOf(app, ShownMessages.IncidentCard(app, incident.Channel)), StringComparison.Ordinal);
        await Scenarios.Resolve(app, incident);
        await app.AdvanceAsync(TimeSpan.FromHours(5));

        Assert.Equal(0, Reminders(app, incident));
        Assert.Equal(
            2,
            ShownMessages.TextsIn(app, incident.Channel)
                .Count(line => line.Contains("No status update is needed: the incident is resolved", StringComparison.Ordinal)
                    || line.Contains("The next status update was due", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_update_or_a_snooze_postpones_the_next_reminder()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident lead me");
        await app.AdvanceAsync(TimeSpan.FromMinutes(30));

        await app.Slack.As("maya").ClickAsync(ShownMessages.Latest(app, incident.Channel), "update_snooze_60");
        Assert.Contains(
            "snoozed the status update until",
            ShownMessages.TextOf(app, ShownMessages.Latest(app, incident.Channel)),
            StringComparison.Ordinal);
        await app.AdvanceAsync(TimeSpan.FromMinutes(59));
        Assert.Equal(0, Reminders(app, incident));
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(1, Reminders(app, incident));
        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident update Still rolling back");
        await app.AdvanceAsync(TimeSpan.FromMinutes(29));

        Assert.Equal(0, Reminders(app, incident));
        Assert.Contains(
            ShownMessages.TextsIn(app, incident.Channel), line => line.Contains("@maya posted an update at", StringComparison.Ordinal));
    }

    private static IEnumerable<string?> ColouredButtons(BotApp app, ScenarioIncident incident) =>
        ShownMessages.IncidentCard(app, incident.Channel).Blocks.EnumerateArray()
            .Where(block => block.TryGetProperty("elements", out _))
            .SelectMany(block => block.GetProperty("elements").EnumerateArray())
            .Where(element => element.TryGetProperty("style", out var style) && style.GetString() == "primary")
            .Select(element => element.GetProperty("action_id").GetString());

    private static int Reminders(BotApp app, ScenarioIncident incident) =>
        ShownMessages.TextsIn(app, incident.Channel).Count(line => line.Contains("status update is due", StringComparison.Ordinal));
}
