using System.Text.Json.Nodes;
using IncidentBot.Slack.Endpoints;
using IncidentBot.Storage.Rows;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Tests.Delivery.Inbox;

[Trait("Engine", "both")]
public sealed class SetAsideEventsTests
{
    [Fact]
    public async Task What_can_never_be_read_is_set_aside_at_once_and_shown_to_the_operator()
    {
        await using var app = await BotApp.StartAsync();
        app.ExpectLogs();
        var incident = await Scenarios.DeclaredSev1(app);
        var before = app.Now;

        Send(app, incident, "1772528500.000100", message => message["text"] = new JsonObject { ["no"] = "text" });
        Send(app, incident, "1772528500.000200", message =>
        {
            message["text"] = "We roll back";
            message["reply_count"] = null;
            message["edited"] = null;
            message["files"] = new JsonArray([null]);
        });
        await app.SettleAsync();
        await app.SweepAsync();

        Assert.Equal(before, app.Now);
        Assert.Equal("We roll back", (await app.ReadAsync(db => db.ChannelMessages.SingleAsync(message => !message.IsBot))).Text);
        var row = await app.ReadAsync(db => db.Inbox.AsNoTracking().SingleAsync(row => row.State == LaneRowState.Parked));
        Assert.Equal(1, row.Attempts);
        Assert.Contains(app.Logs.Lines, line => line.Contains(row.EventId, StringComparison.Ordinal));
        using var client = app.Client();
        using var health = await client.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        var problems = await health.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("set aside: 1.", problems, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_said_where_there_is_no_incident_is_not_stored_and_tokens_never_are()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        app.Slack.Channels.Join(app.Slack.Channels.Named("general").Id, app.Slack.Users.Bot.Id, null);

        var said = await app.Slack.As("ben").TypeAsync("general", "The secret plan, @incidentbot");
        await app.Slack.As("ben").PinAsync(said.Message!);
        await app.Slack.As("ben").TypeAsync(incident.Channel, "We roll back");
        await app.Slack.SettleAsync();

        var rows = await app.ReadAsync(db => db.Inbox.AsNoTracking().Where(row => row.State == LaneRowState.Waiting).ToListAsync());
        Assert.Single(rows, row => row.Payload.Contains("We roll back", StringComparison.Ordinal));
        Assert.DoesNotContain(rows, row => row.Payload.Contains("secret plan", StringComparison.Ordinal));
        Assert.DoesNotContain(rows, row => row.Payload.Contains("\"token\"", StringComparison.Ordinal));
        await app.SettleAsync();
        Assert.All(await app.ReadAsync(db => db.Inbox.AsNoTracking().ToListAsync()), row => Assert.Equal("{}", row.Payload));
    }

    [Fact]
    public async Task An_event_that_cannot_be_saved_takes_no_other_with_it()
    {
        await using var app = await BotApp.StartAsync();
        app.ExpectLogs();
        var inbox = app.Services.GetRequiredService<ISlackEventInbox>();

        var good = inbox.AcceptAsync(Raw("Ev1", "{}"), TestContext.Current.CancellationToken);
        var bad = inbox.AcceptAsync(Raw("Ev2", "cut off: {"), TestContext.Current.CancellationToken);
        var other = inbox.AcceptAsync(Raw("Ev3", "{}"), TestContext.Current.CancellationToken);

        await Task.WhenAll(good, other);
        await Assert.ThrowsAnyAsync<Exception>(() => bad);
        Assert.Equal(
            ["Ev1", "Ev3"], await app.ReadAsync(db => db.Inbox.Select(row => row.EventId).OrderBy(id => id).ToListAsync()));
    }

    private static RawSlackEvent Raw(string id, string payload) =>
        new(id, "T0SANDBOX1", "team_join", null, DateTimeOffset.UnixEpoch, null, payload);

    private static void Send(BotApp app, ScenarioIncident incident, string ts, Action<JsonObject> change)
    {
        var message = new JsonObject
        {
            ["type"] = "message",
            ["channel"] = app.Slack.Channels.Named(incident.Channel).Id,
            ["channel_type"] = "channel",
            ["user"] = app.IdOf("ben").Value,
            ["ts"] = ts,
            ["event_ts"] = ts,
        };
        change(message);
        app.Slack.Failures.Events.Pass(app.Slack.Payloads.Event("message", message));
    }
}
