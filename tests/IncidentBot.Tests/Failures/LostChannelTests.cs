using IncidentBot.Cards;
using IncidentBot.Storage.Rows;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Failures;

/// <summary>People change the incident's channel by hand, and the incident continues.</summary>
public sealed class LostChannelTests
{
    [Fact]
    public async Task Put_out_of_the_channel_the_bot_tells_the_lead_what_to_do_and_goes_on_when_it_is_back()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await LedAsync(app);
        app.Slack.Failures.RemoveBot(incident.Channel, "ben");
        await app.SettleAsync();

        await app.Slack.As("maya").TypeAsync("general", $"/incident sev {incident.Number} 2");
        await app.Slack.As("ben").TypeAsync(incident.Channel, "The release halved the pool");
        await app.SettleAsync();
        var told = Assert.Single(
            app.Slack.DmWith("maya"), message => ShownMessages.TextOf(app, message).Contains("/invite", StringComparison.Ordinal));
        Assert.Contains("I was removed from", ShownMessages.TextOf(app, told), StringComparison.Ordinal);
        Assert.DoesNotContain(ShownMessages.TextsIn(app, incident.Channel), text => text.Contains("SEV1 → SEV2", StringComparison.Ordinal));
        app.Slack.Failures.InviteBot(incident.Channel, "ben");
        await app.SettleAsync();

        Assert.Single(ShownMessages.TextsIn(app, incident.Channel), text => text.Contains("SEV1 → SEV2", StringComparison.Ordinal));
        Assert.Contains("SEV2", ShownMessages.TextOf(app, ShownMessages.IncidentCard(app, incident.Channel)), StringComparison.Ordinal);
        Assert.Contains("SEV2", app.Slack.Channels.Named(incident.Channel).Topic.Value, StringComparison.Ordinal);
        Assert.Contains(
            await app.ReadAsync(db => db.ChannelMessages.Select(message => message.Text).ToListAsync()),
            text => text.Contains("halved", StringComparison.Ordinal));
        await AssertNothingWaitsAsync(app);
    }

    [Fact]
    [Trait("Engine", "both")]
    public async Task News_that_got_lost_is_found_out_by_the_hourly_reading()
    {
        await using var app = await BotApp.StartAsync();
        app.ExpectLogs();
        var incident = await LedAsync(app);
        app.Slack.Failures.Events.Drops.Always();
        app.Slack.Failures.RemoveBot(incident.Channel, "ben");
        await app.AdvanceAsync(TimeSpan.FromMinutes(61));
        Assert.Contains(
            app.Slack.DmWith("maya"),
            message => ShownMessages.TextOf(app, message).Contains("I was removed from", StringComparison.Ordinal));

        app.Slack.Failures.InviteBot(incident.Channel, "ben");
        await app.AdvanceAsync(TimeSpan.FromMinutes(61));

        Assert.False(await app.ReadAsync(db => db.Channels.Select(channel => channel.IsBotOut).SingleAsync()));
    }

    [Fact]
    public async Task Archived_by_hand_while_it_is_open_the_lead_is_told_and_nothing_is_lost()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await LedAsync(app);

        app.Slack.Failures.ArchiveChannel(incident.Channel, "ben");
        await app.SettleAsync();
        await app.Slack.As("maya").TypeAsync("general", $"/incident sev {incident.Number} 2");
        await app.SettleAsync();
        var told = Assert.Single(
            app.Slack.DmWith("maya"), message => ShownMessages.TextOf(app, message).Contains("was archived by", StringComparison.Ordinal));
        Assert.Contains("a bot can't undo that", ShownMessages.TextOf(app, told), StringComparison.Ordinal);
        app.Slack.Failures.EndAll();
        await app.SettleAsync();

        Assert.Single(ShownMessages.TextsIn(app, incident.Channel), text => text.Contains("SEV1 → SEV2", StringComparison.Ordinal));
        await AssertNothingWaitsAsync(app);
    }

    [Fact]
    public async Task A_name_that_someone_chose_by_hand_stays()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await LedAsync(app);
        app.Slack.Failures.RenameChannel(incident.Channel, "war-room", "ben");
        await app.SettleAsync();

        await RetitleAsync(app, "war-room", "Checkout and search are down");

        Assert.Equal("war-room", app.Slack.Channels.Named("war-room").Name);
        Assert.Contains(
            "Checkout and search are down",
            ShownMessages.TextOf(app, ShownMessages.IncidentCard(app, "war-room")),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_title_whose_channel_name_is_taken_gets_a_suffix()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await LedAsync(app);
        app.Slack.Failures.OccupyName($"inc-{incident.Number}-20260303-search-is-down");

        await RetitleAsync(app, incident.Channel, "Search is down");

        Assert.Contains(app.Slack.Channels.All, channel => channel.Name == $"inc-{incident.Number}-20260303-search-is-down-2");
    }

    private static async Task<ScenarioIncident> LedAsync(BotApp app)
    {
        var incident = await Scenarios.DeclaredSev1(app);
        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident lead me");
        await app.SettleAsync();
        return incident;
    }

    private static async Task RetitleAsync(BotApp app, string channel, string title)
    {
        var maya = app.Slack.As("maya");
        await maya.ClickAsync(ShownMessages.IncidentCard(app, channel), CardActions.EditIncident);
        await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("title", title)));
        await app.SettleAsync();
    }

    private static async Task AssertNothingWaitsAsync(BotApp app) =>
        Assert.Empty(
            await app.ReadAsync(
                db => db.Outbox.Where(row => row.State != LaneRowState.Done).Select(row => row.Kind + ": " + row.Error).ToListAsync()));
}
