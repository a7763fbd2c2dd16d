using System.Globalization;
using IncidentBot.Cards;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Severities;
using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.Lifecycle;

/// <summary>What people enter when they declare or resolve can be corrected later; the history shows who did it.</summary>
public sealed class EditLaterTests
{
    // The clock stands at 2026-03-03 09:00 UTC; the incident ends an hour later.
    private static readonly DateTimeOffset Declared = new(2026, 3, 3, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Times_kind_and_reasons_are_corrected_after_the_incident_and_the_deadline_follows()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.Declared(app, "SEV4");
        await app.AdvanceAsync(TimeSpan.FromHours(1));
        await Scenarios.Resolve(app, incident);
        Assert.Equal(PostMortemNeed.Optional, (await PostMortemAsync(app)).Need);

        var ben = app.Slack.As("ben");
        await ben.TypeAsync(incident.Channel, "/incident edit");
        var form = await ben.FillAsync(
            app.Slack.OpenView("ben")!,
            ("severity", "SEV1"),
            ("started_at", Unix(Declared.AddHours(-3))),
            ("ended_at", Unix(Declared.AddMinutes(30))),
            ("kind", nameof(IncidentKind.NearMiss)),
            ("could_have_been", "SEV1"),
            ("triggers", nameof(PostMortemTriggers.ReachedCustomers)));
        await ben.SubmitAsync(form);
        await app.SettleAsync();

        var saved = await app.ReadAsync(db => db.Incidents.SingleAsync());
        Assert.Equal(
            (IncidentKind.NearMiss, Severity.Sev1, PostMortemTriggers.ReachedCustomers), (saved.Kind, saved.CouldHaveBeen, saved.Triggers));
        Assert.Equal(TimeSpan.FromMinutes(210), saved.Duration);
        var postMortem = await PostMortemAsync(app);
        Assert.Equal((PostMortemNeed.Required, saved.ResolvedAt + TimeSpan.FromHours(48)), (postMortem.Need, postMortem.DueAt));
        Assert.Contains(
            "3 h 30 min", ShownMessages.TextOf(app, ShownMessages.IncidentCard(app, incident.Channel)), StringComparison.Ordinal);
        Assert.Contains("due Thu 10:00 UTC", app.Slack.Channels.Named(incident.Channel).Topic.Value, StringComparison.Ordinal);

        await ben.TypeAsync(incident.Channel, "/incident history");
        var history = ShownMessages.TextOf(app, app.Slack.OpenView("ben")!);
        Assert.Contains("Start 2026-03-03 09:00 UTC → 2026-03-03 06:00 UTC by @ben", history, StringComparison.Ordinal);
        Assert.Contains("Kind Incident → Near miss by @ben", history, StringComparison.Ordinal);
        Assert.Contains("Reasons for a post-mortem It reached customers, even briefly by @ben", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_impossible_time_is_refused_beside_its_field_and_the_same_form_twice_changes_once()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.ResolvedSev1(app);
        var maya = app.Slack.As("maya");
        await maya.ClickAsync(ShownMessages.IncidentCard(app, incident.Channel), CardActions.EditIncident);
        var form = await maya.FillAsync(
            app.Slack.OpenView("maya")!, ("title", "Checkout was down"), ("ended_at", Unix(Declared.AddHours(-5))));

        var refused = await maya.SubmitAsync(form);
        Assert.Equal("ended_at", Assert.Single(refused!.Errors).Key);
        Assert.Equal("Checkout is down", (await app.ReadAsync(db => db.Incidents.SingleAsync())).Title);

        await maya.FillAsync(refused, ("ended_at", Unix(Declared.AddMinutes(20))));
        await maya.SubmitAsync(refused);
        await maya.ClickAsync(ShownMessages.IncidentCard(app, incident.Channel), CardActions.EditIncident);
        await maya.SubmitAsync(app.Slack.OpenView("maya")!);
        await app.SettleAsync();

        var saved = await app.ReadAsync(db => db.Incidents.SingleAsync());
        Assert.Equal(("Checkout was down", TimeSpan.FromMinutes(20)), (saved.Title, saved.Duration));
        Assert.Single(saved.History, change => change.Fact == ChangedFact.End);
    }

    [Fact]
    public async Task Making_it_a_drill_later_makes_its_post_mortem_recommended_and_reasons_given_early_are_ticked_at_resolve()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var maya = app.Slack.As("maya");
        await EditAsync(app, incident, ("triggers", nameof(PostMortemTriggers.HappenedBefore)));
        await Scenarios.Resolve(app, incident);
        Assert.Equal(PostMortemTriggers.HappenedBefore, (await app.ReadAsync(db => db.Incidents.SingleAsync())).Triggers);

        await EditAsync(app, incident, ("options", "drill"));

        Assert.Equal(PostMortemNeed.Recommended, (await PostMortemAsync(app)).Need);
        Assert.Contains("Drill 1: Checkout is down", ShownMessages.TextsIn(app, "incidents")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_incident_is_made_private_where_slack_allows_it_and_otherwise_the_form_says_what_to_do()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var maya = app.Slack.As("maya");
        await maya.ClickAsync(ShownMessages.IncidentCard(app, incident.Channel), CardActions.EditIncident);
        var refused = await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("options", "private")));
        Assert.Contains("Change to a private channel", refused!.Errors["options"], StringComparison.Ordinal);
        await maya.CloseAsync(refused, all: true);
        Assert.False((await app.ReadAsync(db => db.Incidents.SingleAsync())).IsPrivate);

        await maya.TypeAsync("general", "/incident report Keys leaked");
        var report = await maya.FillAsync(
            app.Slack.OpenView("maya")!, ("started_at", Unix(Declared.AddDays(-1))), ("ended_at", Unix(Declared.AddHours(-20))));
        await maya.CloseAsync((await maya.SubmitAsync(report))!, all: true);
        await app.SettleAsync();
        var card = app.Slack.Messages.In(app.Slack.Channels.Named("incidents").Id).Last(message => HasEdit(app, message));

        await maya.ClickAsync(card, CardActions.EditIncident);
        await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("options", "private")));
        await app.SettleAsync();

        Assert.DoesNotContain(
            app.Slack.MessagesIn("incidents"), message => app.Slack.PlainText(message).Contains("Keys leaked", StringComparison.Ordinal));
        Assert.Contains(
            app.Slack.DmWith("maya"), message => app.Slack.PlainText(message).Contains("Keys leaked", StringComparison.Ordinal));
        await app.Slack.As("ben").TypeAsync("general", "/incident list");
        Assert.DoesNotContain("Keys leaked", ShownMessages.LatestEphemeral(app, "ben"), StringComparison.Ordinal);
    }

    private static bool HasEdit(BotApp app, Message message) =>
        app.Slack.PlainText(message).Contains("Keys leaked", StringComparison.Ordinal)
        && message.Blocks.ToString().Contains(CardActions.EditIncident, StringComparison.Ordinal);

    private static async Task EditAsync(BotApp app, ScenarioIncident incident, params (string Field, string Value)[] values)
    {
        var maya = app.Slack.As("maya");
        await maya.ClickAsync(ShownMessages.IncidentCard(app, incident.Channel), CardActions.EditIncident);
        await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, values));
        await app.SettleAsync();
    }

    private static Task<PostMortem> PostMortemAsync(BotApp app) => app.ReadAsync(db => db.PostMortems.SingleAsync());

    private static string Unix(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
