using IncidentBot.Sandbox.Failures;
using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using static IncidentBot.Tests.Features.Timelines.UnheardHour;

namespace IncidentBot.Tests.Features.Timelines;

/// <summary>What happens in a channel while nobody listens is there after the next reading, as if the events had come.</summary>
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
    public async Task What_was_missed_is_brought_in_at_start_every_hour_and_at_resolve(Occasion occasion)
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        var before = await BeforeAsync(app, incident);
        await app.AdvanceAsync(TimeSpan.FromMinutes(5));

        await app.WithoutDeliveriesAsync(() => MeanwhileAsync(app, incident, before));
        await app.SettleAsync();
        Assert.Empty(await app.EntriesAsync());
        await OccurAsync(app, incident, occasion);

        await AssertNothingIsMissingAsync(app);
        var then = await SnapshotAsync(app);
        await app.AdvanceAsync(Hour);
        await app.AdvanceAsync(Hour);
        Assert.Equal(then, await SnapshotAsync(app));
    }

    [Fact]
    public async Task A_reading_makes_what_the_events_would_have_made()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        var before = await BeforeAsync(app, incident);
        await app.AdvanceAsync(TimeSpan.FromMinutes(5));

        await MeanwhileAsync(app, incident, before);
        await app.SettleAsync();

        await AssertNothingIsMissingAsync(app);
        var then = await SnapshotAsync(app);
        await app.AdvanceAsync(Hour);
        Assert.Equal(then, await SnapshotAsync(app));
    }

    [Fact]
    public async Task Marks_that_were_taken_away_meanwhile_take_their_entries_with_them()
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
    public async Task A_long_channel_and_a_long_thread_are_read_to_their_ends()
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
    public async Task A_Slack_that_fails_on_the_way_is_waited_for_however_often_it_fails(string method, string failure)
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var before = await BeforeAsync(app, incident);
        await app.AdvanceAsync(TimeSpan.FromMinutes(5));
        await app.WithoutDeliveriesAsync(() => MeanwhileAsync(app, incident, before));

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
    public async Task A_restart_on_the_way_goes_on_where_it_was()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var before = await BeforeAsync(app, incident);
        await app.AdvanceAsync(TimeSpan.FromMinutes(5));
        await app.WithoutDeliveriesAsync(() => MeanwhileAsync(app, incident, before));
        app.Slack.CallFailures.Next("conversations.replies", CallFailureKind.ServerError, calls: 12);
        await app.AdvanceAsync(Hour);

        await app.RestartAsync();
        app.Slack.CallFailures.Clear();
        await app.AdvanceAsync(TimeSpan.FromMinutes(5));

        await AssertNothingIsMissingAsync(app);
    }

    [Fact]
    public async Task What_was_written_a_moment_ago_is_not_taken_for_deleted()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var said = await app.SaysAsync("ben", incident, "Just now");

        // Slack does not show it yet.
        await app.WithoutDeliveriesAsync(() => app.Slack.As("ben").DeleteAsync(said));
        await Scenarios.Resolve(app, incident);

        Assert.Null(Assert.Single(await app.RecordAsync()).DeletedAt);
        await app.AdvanceAsync(Hour);
        await app.AdvanceAsync(Hour);
        Assert.NotNull(Assert.Single(await app.RecordAsync()).DeletedAt);
    }

    [Fact]
    public async Task A_channel_in_the_archive_is_left_alone()
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
    public async Task A_channel_that_the_bot_was_taken_out_of_is_left_alone()
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
    public async Task Each_channel_is_read_once_an_hour_until_a_month_after_its_end()
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

    private static async Task OccurAsync(BotApp app, ScenarioIncident incident, Occasion occasion)
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
