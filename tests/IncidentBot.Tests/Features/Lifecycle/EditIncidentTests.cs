using IncidentBot.Cards;
using IncidentBot.Domain.Severities;
using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.Lifecycle;

public sealed class EditIncidentTests
{
    [Fact]
    public async Task A_new_title_renames_the_channel_and_each_change_gets_one_line()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev2(app);
        var maya = app.Slack.As("maya");
        await maya.ClickAsync(ShownMessages.IncidentCard(app, incident.Channel), CardActions.EditIncident);
        var modal = await maya.FillAsync(
            app.Slack.OpenView("maya")!,
            ("title", "Search is down <everywhere>"), ("severity", "SEV1"), ("service", "search"), ("shipped_the_change", "priya"));

        await maya.SubmitAsync(modal);
        await app.SettleAsync();

        var channel = app.Slack.Channels.Named("inc-1-20260303-search-is-down-everywhere");
        var lines = ShownMessages.TextsIn(app, channel.Id)[^1];
        Assert.Contains("Severity SEV2 → SEV1 by @maya", lines, StringComparison.Ordinal);
        Assert.Contains("Title Search is slow → Search is down <everywhere> by @maya", lines, StringComparison.Ordinal);
        Assert.Contains("Change shipped by @priya (recorded by @maya)", lines, StringComparison.Ordinal);
        Assert.DoesNotContain("Status", lines, StringComparison.Ordinal);
        Assert.Equal("SEV1 · lead maya", channel.Topic.Value);
        Assert.Contains(
            "Search is down <everywhere>", ShownMessages.TextOf(app, ShownMessages.Latest(app, "incidents")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saving_the_edit_form_keeps_what_someone_else_changed_meanwhile()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev2(app);
        var maya = app.Slack.As("maya");
        await maya.ClickAsync(ShownMessages.IncidentCard(app, incident.Channel), CardActions.EditIncident);
        var modal = await maya.FillAsync(app.Slack.OpenView("maya")!, ("what_users_see", "No results"));

        await app.Slack.As("ben").TypeAsync(incident.Channel, "/incident sev 1");
        await maya.SubmitAsync(modal);
        await app.SettleAsync();

        var saved = await app.ReadAsync(db => db.Incidents.SingleAsync());
        Assert.Equal((Severity.Sev1, "No results"), (saved.Severity, saved.WhatUsersSee));
    }

    [Fact]
    public async Task An_invalid_field_keeps_the_modal_open_and_changes_nothing()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev2(app);
        var maya = app.Slack.As("maya");
        await maya.ClickAsync(ShownMessages.IncidentCard(app, incident.Channel), CardActions.EditIncident);
        var modal = await maya.FillAsync(app.Slack.OpenView("maya")!, ("title", "Another title"), ("lead", "alertmanager"));

        var answer = await maya.SubmitAsync(modal);

        Assert.Contains("is an app", Assert.Single(answer!.Errors).Value, StringComparison.Ordinal);
        Assert.Equal("Search is slow", (await app.ReadAsync(db => db.Incidents.SingleAsync())).Title);
    }

    [Theory]
    [InlineData("sev 1", "Severity SEV2 → SEV1 by @maya")]
    [InlineData("sev sev-3", "Severity SEV2 → SEV3 by @maya")]
    [InlineData("status mitigated", "Status Investigating → Mitigated by @maya")]
    public async Task A_command_posts_the_old_and_the_new_value(string verb, string line)
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev2(app);

        await app.Slack.As("maya").TypeAsync(incident.Channel, $"/incident {verb}");
        await app.SettleAsync();

        Assert.Equal(line, ShownMessages.TextsIn(app, incident.Channel)[^1]);
    }

    [Theory]
    [InlineData("status identified", 0)]
    [InlineData("status mitigated", 0)]
    [InlineData("role scribe me", 0)]
    [InlineData("sev 1", 1)]
    [InlineData("lead @ben", 1)]
    public async Task A_change_posts_one_line_and_a_new_topic_only_for_another_severity_or_lead(string verb, int topics)
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev2(app);
        var before = app.Slack.MessagesIn(incident.Channel);

        await app.Slack.As("maya").TypeAsync(incident.Channel, $"/incident {verb}");
        await app.SettleAsync();

        var after = app.Slack.MessagesIn(incident.Channel).ExceptBy(before.Select(message => message.Ts), message => message.Ts).ToList();
        Assert.Equal((1, topics), (after.Count(message => message.Subtype is null), after.Count(IsTopic)));
    }

    private static bool IsTopic(Message message) => message.Subtype == "channel_topic";

    [Theory]
    [InlineData("sev 5", "not a severity. Choose 1, 2, 3 or 4")]
    [InlineData("sev 2", "Nothing changed")]
    [InlineData("status broken", "not a status. Choose investigating")]
    [InlineData("status cancelled", "Use `cancel REASON` instead")]
    [InlineData("reopen it is back", "is already open")]
    [InlineData("duplicate of 77", "Incident 77 doesn't exist")]
    [InlineData("duplicate of 1", "Give the number of another incident")]
    public async Task A_refused_command_says_why_and_changes_nothing(string verb, string reason)
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev2(app);
        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident lead me");
        await app.SettleAsync();
        var version = (await app.ReadAsync(db => db.Incidents.SingleAsync())).Version;

        await app.Slack.As("maya").TypeAsync(incident.Channel, $"/incident {verb}");
        await app.SettleAsync();

        Assert.Contains(reason, ShownMessages.LatestEphemeral(app, "maya"), StringComparison.Ordinal);
        Assert.Equal(version, (await app.ReadAsync(db => db.Incidents.SingleAsync())).Version);
    }

    [Fact]
    public async Task The_list_shows_open_incidents_most_severe_first()
    {
        await using var app = await BotApp.StartAsync();
        await Scenarios.DeclaredSev2(app);
        await Scenarios.DeclaredSev1(app);

        await app.Slack.As("ben").TypeAsync("general", "/incident list");

        var list = ShownMessages.LatestEphemeral(app, "ben");
        Assert.StartsWith("2 open incidents", list, StringComparison.Ordinal);
        Assert.True(
            list.IndexOf("Incident 2: Checkout is down", StringComparison.Ordinal)
            < list.IndexOf("Incident 1: Search is slow", StringComparison.Ordinal));
    }
}
