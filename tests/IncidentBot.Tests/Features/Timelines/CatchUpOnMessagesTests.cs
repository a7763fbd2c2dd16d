using IncidentBot.Sandbox.Failures;
using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using static IncidentBot.Tests.Features.Timelines.EventOutage;

namespace IncidentBot.Tests.Features.Timelines;

/// <summary>After an outage, the next reading of the channel gives the same result as if the lost events had arrived.</summary>
public sealed class CatchUpOnMessagesTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public enum Occasion
    {
        Start,
        EveryHour,
        Resolve,
    }

    [Theory]
    [Trait("Engine", "both")]
    [InlineData(Occasion.Start)]
    [InlineData(Occasion.EveryHour)]
    [InlineData(Occasion.Resolve)]
    public async Task Missed_events_are_caught_up_at_start_every_hour_and_at_resolve(Occasion occasion)
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        var before = await BeforeOutageAsync(app, incident);
        await app.AdvanceAsync(TimeSpan.FromMinutes(5));

        await app.WithoutDeliveriesAsync(() => DuringOutageAsync(app, incident, before));
        await app.SettleAsync();
        Assert.Empty(await app.EntriesAsync());
        await CatchUpAsync(app, incident, occasion);

        await AssertNothingIsMissingAsync(app);
        var then = await SnapshotAsync(app);
        await app.AdvanceAsync(Hour);
        await app.AdvanceAsync(Hour);
        Assert.Equal(then, await SnapshotAsync(app));
    }

    [Fact]
    public async Task Reading_the_channel_gives_the_same_result_as_the_events()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        var before = await BeforeOutageAsync(app, incident);
        await app.AdvanceAsync(TimeSpan.FromMinutes(5));

        await DuringOutageAsync(app, incident, before);
        await app.SettleAsync();

        await AssertNothingIsMissingAsync(app);
        var then = await SnapshotAsync(app);
        await app.AdvanceAsync(Hour);
        Assert.Equal(then, await SnapshotAsync(app));
    }

    [Fact]
    public async Task Entries_go_when_their_reactions_were_removed_during_the_outage()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var maya = app.Slack.As("maya");
        var (reacted, pinned, worked) = (
            await app.SaysAsync("ben", incident, "Reacted to"),
            await app.SaysAsync("ben", incident, "Pinned"),
            await app.SaysAsync("ben", incident, "Worked on"));
        await maya.ReactAsync(reacted, "pushpin");
        await maya.PinAsync(pinned);
        await maya.ReactAsync(worked, "pushpin");
        await app.SettleAsync();
        var id = (await app.EntriesAsync()).Single(entry => entry.Text == "Worked on").Id;
        await app.ReadAsync(async db =>
        {
            (await db.TimelineEntries.SingleAsync(entry => entry.Id == id)).Star(true, new Domain.PersonId("U0BEN00002"), app.Now);
            return await db.SaveChangesAsync();
        });

        await app.WithoutDeliveriesAsync(async () =>
        {
            await maya.UnreactAsync(reacted, "pushpin");
            await maya.UnpinAsync(pinned);
            await maya.UnreactAsync(worked, "pushpin");
        });
        await app.AdvanceAsync(Hour);

        Assert.Equal("Worked on", Assert.Single(await app.EntriesAsync()).Text);
        Assert.DoesNotContain("white_check_mark", app.ReactionsTo(reacted));
    }

    [Fact]
    public async Task A_long_channel_and_a_long_thread_are_read_completely()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var ben = app.Slack.As("ben");
        Message root = null!;
        await app.WithoutDeliveriesAsync(async () =>
        {
            root = (await ben.TypeAsync(incident.Channel, "The thread")).Message!;
            for (var i = 0; i < 210; i++)
            {
                await ben.TypeAsync(incident.Channel, $"Message {i}");
                await ben.TypeAsync(incident.Channel, $"Reply {i}", root.Ts);
            }
        });

        await app.AdvanceAsync(Hour);

        var record = await app.RecordAsync();
        Assert.Equal((211, 210), (record.Count(message => message.ThreadTs is null), record.Count(message => message.ThreadTs == root.Ts)));
        Assert.DoesNotContain(record, message => message.DeletedAt is not null);

        await app.WithoutDeliveriesAsync(async () =>
        {
            foreach (var text in new[] { "Message 5", "Message 205", "Reply 5", "Reply 205", "Reply 209" })
            {
                var known = record.Single(message => message.Text == text);
                await ben.DeleteAsync(app.Slack.Messages.Find(known.Channel, known.Ts)!);
            }
        });
        await app.AdvanceAsync(Hour);

        Assert.Equal(
            ["Message 205", "Message 5", "Reply 205", "Reply 209", "Reply 5"],
            (await app.RecordAsync())
                .Where(message => message.DeletedAt is not null)
                .Select(message => message.Text)
                .Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("conversations.history", nameof(CallFailureKind.RateLimited))]
    [InlineData("conversations.history", nameof(CallFailureKind.HtmlUnavailable))]
    [InlineData("conversations.replies", nameof(CallFailureKind.ServerError))]
    [InlineData("conversations.replies", nameof(CallFailureKind.RateLimited))]
    [InlineData("conversations.replies", nameof(CallFailureKind.TimeoutAfterEffect))]
    public async Task A_reading_waits_until_Slack_answers_however_often_it_fails(string method, string failure)
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var before = await BeforeOutageAsync(app, incident);
        await app.AdvanceAsync(TimeSpan.FromMinutes(5));
        await app.WithoutDeliveriesAsync(() => DuringOutageAsync(app, incident, before));

        app.Slack.CallFailures.Next(method, Enum.Parse<CallFailureKind>(failure), calls: 12);
        await app.AdvanceAsync(Hour);
        for (var i = 0; i < 5; i++)
        {
            await app.AdvanceAsync(TimeSpan.FromMinutes(5));
        }

        await AssertNothingIsMissingAsync(app);
        Assert.DoesNotContain(app.Slack.CallFailures.Waiting.Keys, waiting => waiting == method);
    }

    [Fact]
    public async Task A_reading_continues_after_a_restart()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var before = await BeforeOutageAsync(app, incident);
        await app.AdvanceAsync(TimeSpan.FromMinutes(5));
        await app.WithoutDeliveriesAsync(() => DuringOutageAsync(app, incident, before));
        app.Slack.CallFailures.Next("conversations.replies", CallFailureKind.ServerError, calls: 12);
        await app.AdvanceAsync(Hour);

        await app.RestartAsync();
        app.Slack.CallFailures.Clear();
        await app.AdvanceAsync(TimeSpan.FromMinutes(5));

        await AssertNothingIsMissingAsync(app);
    }

    [Fact]
    public async Task A_new_message_that_Slack_does_not_show_yet_is_not_marked_deleted()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var said = await app.SaysAsync("ben", incident, "Just now");

        // The sandbox deletes the message, which looks as if Slack did not show it yet.
        await app.WithoutDeliveriesAsync(() => app.Slack.As("ben").DeleteAsync(said));
        await Scenarios.Resolve(app, incident);

        Assert.Null(Assert.Single(await app.RecordAsync()).DeletedAt);
        await app.AdvanceAsync(Hour);
        await app.AdvanceAsync(Hour);
        Assert.NotNull(Assert.Single(await app.RecordAsync()).DeletedAt);
    }

    [Fact]
    public async Task An_archived_channel_is_not_read()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var channel = app.Slack.Channels.Named(incident.Channel);
        await app.SaysAsync("ben", incident, "Known");
        await app.AdvanceAsync(TimeSpan.FromMinutes(5));

        app.Slack.Channels.Archive(channel.Id, app.Slack.Users.Find("maya")!.Id);
        await app.SettleAsync();
        var readings = Readings(app);
        await app.AdvanceAsync(Hour);
        await app.AdvanceAsync(Hour);

        Assert.Equal(readings, Readings(app));
        Assert.Null(Assert.Single(await app.RecordAsync()).DeletedAt);
    }

    [Fact]
    public async Task Messages_are_not_marked_deleted_when_the_bot_was_removed_from_the_channel()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.ResolvedSev1(app);
        await app.SaysAsync("ben", incident, "Known");
        await app.AdvanceAsync(TimeSpan.FromMinutes(5));

        app.Slack.Channels.Leave(app.Slack.Channels.Named(incident.Channel).Id, app.Slack.Users.Bot.Id);
        await app.AdvanceAsync(Hour);

        Assert.Null(Assert.Single(await app.RecordAsync()).DeletedAt);
    }

    [Fact]
    public async Task A_channel_is_read_every_hour_until_a_month_after_its_incident()
    {
        await using var app = await BotApp.StartAsync();
        await Scenarios.ResolvedSev1(app);
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        var readings = Readings(app);

        await app.AdvanceAsync(TimeSpan.FromMinutes(30));
        Assert.Equal(readings, Readings(app));
        await app.AdvanceAsync(TimeSpan.FromMinutes(30));
        Assert.Equal(readings + 1, Readings(app));

        await app.AdvanceAsync(TimeSpan.FromDays(31));
        Assert.Equal(readings + 1, Readings(app));
    }

    private static int Readings(BotApp app) => app.Slack.Calls.Api.Count(call => call.Method == "conversations.history");

    private static async Task CatchUpAsync(BotApp app, ScenarioIncident incident, Occasion occasion)
    {
        switch (occasion)
        {
            case Occasion.Start:
                await app.RestartAsync();
                await app.AdvanceAsync(TimeSpan.FromMinutes(1));
                break;
            case Occasion.EveryHour:
                await app.AdvanceAsync(Hour);
                break;
            default:
                await Scenarios.Resolve(app, incident);
                break;
        }
    }
}
