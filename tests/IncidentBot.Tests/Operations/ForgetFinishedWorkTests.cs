using IncidentBot.Operations;
using IncidentBot.Storage;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Effects;
using IncidentBot.Storage.Rows;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Operations;

/// <summary>What is over is forgotten after thirty days; what may still be asked for is not.</summary>
public sealed class ForgetFinishedWorkTests
{
    private static readonly DateTimeOffset Finished = new(2026, 3, 3, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset NotYet = Finished.AddDays(30);
    private static readonly DateTimeOffset Now = NotYet.AddSeconds(1);

    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    internal async Task What_was_finished_thirty_days_ago_is_deleted_and_not_a_second_earlier(StorageProvider provider)
    {
        await using var database = await TestDatabase.MigratedAsync(provider);
        await using var db = database.Open();
        Add(db, Event("Ev1"), row => row.MarkDone(Finished));
        Add(db, Effect("incident:1", "0123456789abcdef"), row => row.MarkDone(Finished));
        db.HandledRequests.Add(new HandledRequest { Key = "declare:V1", At = Finished });
        db.SlackLimits.Add(new SlackLimit { Name = "post:C1", NotBefore = Finished });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        await ForgetAsync(db, NotYet);
        Assert.Equal((1, 1, 1, 1), await CountAsync(db));
        await ForgetAsync(db, Now);
        Assert.Equal((0, 0, 0, 0), await CountAsync(db));
    }

    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    internal async Task What_waits_stays_and_so_does_a_parked_call_but_not_an_event_that_was_set_aside(StorageProvider provider)
    {
        await using var database = await TestDatabase.MigratedAsync(provider);
        await using var db = database.Open();
        Add(db, Event("Ev1"), row => row.Park("no", Finished));
        Add(db, Event("Ev2"), _ => { });
        Add(db, Effect("incident:1", "0123456789abcdef"), row => row.Hold("not_in_channel", Finished));
        Add(db, Effect("incident:1", "fedcba9876543210"), _ => { });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        await ForgetAsync(db, Now.AddYears(1));

        Assert.Equal((1, 2, 0, 0), await CountAsync(db));
    }

    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    internal async Task What_could_be_asked_for_again_keeps_its_key_and_forgets_what_it_said(StorageProvider provider)
    {
        await using var database = await TestDatabase.MigratedAsync(provider);
        await using var db = database.Open();
        Add(db, Effect("incident:1", "no_lead:1:1772528400"), row => row.MarkDone(Finished));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        await ForgetAsync(db, NotYet);
        Assert.Contains(
            "Hello", (await db.Outbox.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken)).Payload, StringComparison.Ordinal);
        await ForgetAsync(db, Now);
        await db.EnqueueOnceAsync("incident:1", Hello, "no_lead:1:1772528400", Now, TestContext.Current.CancellationToken);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        Assert.Equal("{}", (await db.Outbox.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken)).Payload);
    }

    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    internal async Task Of_the_readings_of_a_channel_the_newest_stays(StorageProvider provider)
    {
        await using var database = await TestDatabase.MigratedAsync(provider);
        await using var db = database.Open();
        (string Lane, string Key)[] readings =
            [("reading:1", "read:1:after:0"), ("reading:1", "read:1:after:1"), ("reading:2", "read:2:after:0")];
        foreach (var (lane, key) in readings)
        {
            Add(db, Effect(lane, key), row => row.MarkDone(Finished));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await ForgetAsync(db, Now);

        Assert.Equal(
            ["read:1:after:1", "read:2:after:0"],
            await db.Outbox.OrderBy(row => row.Id).Select(row => row.Key).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    internal async Task More_than_one_batch_is_deleted_in_one_go(StorageProvider provider)
    {
        await using var database = await TestDatabase.MigratedAsync(provider);
        await using var db = database.Open();
        foreach (var number in Enumerable.Range(1, (2 * ForgetFinishedWork.AtOnce) + 1))
        {
            Add(db, Event($"Ev{number}"), row => row.MarkDone(Finished));
        }

        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        await ForgetAsync(db, Now);

        Assert.Equal((0, 0, 0, 0), await CountAsync(db));
    }

    [Fact]
    public async Task No_reminder_comes_again_because_it_was_forgotten()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.ResolvedSev1(app);
        await app.AdvanceInStepsAsync(TimeSpan.FromDays(20), TimeSpan.FromHours(12));
        var told = Told(app, incident);

        await app.AdvanceInStepsAsync(TimeSpan.FromDays(60), TimeSpan.FromDays(1));

        // Only what repeats by its rule is new: the weekly reminder and the digest, the page of the quarter, and the age on the cards.
        var repeated = Told(app, incident).Except(told, StringComparer.Ordinal).Where(text =>
            !text.Contains(" overdue", StringComparison.Ordinal) && !text.StartsWith("Incidents in 2026-Q1", StringComparison.Ordinal));
        Assert.Empty(repeated);
        var before = app.Now - TimeSpan.FromDays(31);
        Assert.Equal(0, await app.ReadAsync(db => db.Inbox.CountAsync(row => row.CreatedAt < before)));
    }

    private static Post Hello =>
        new(Address.Person(new PersonId("U1")), MessageContent.Paragraph(IncidentBot.Slack.Blocks.Mrkdwn.Raw("Hello")));

    private static IEnumerable<string> Told(BotApp app, ScenarioIncident incident) =>
        new[] { app.Slack.MessagesIn(incident.Channel), app.Slack.MessagesIn("incidents"), app.Slack.DmWith("maya") }
            .SelectMany(messages => messages).Select(message => app.Slack.PlainText(message)).ToList();

    private static void Add<TRow>(IncidentDb db, TRow row, Action<TRow> end)
        where TRow : LaneRow
    {
        end(row);
        db.Add(row);
    }

    private static InboxRow Event(string id) =>
        new() { EventId = id, Lane = "C1", Payload = "{}", CreatedAt = Finished, NotBefore = Finished };

    private static OutboxRow Effect(string lane, string key) => new()
    {
        Lane = lane,
        Key = key,
        Kind = EffectKinds.NameOf(Hello),
        Payload = OutboxExtensions.PayloadOf(Hello),
        CreatedAt = Finished,
        NotBefore = Finished,
    };

    private static Task ForgetAsync(IncidentDb db, DateTimeOffset now) =>
        new ForgetFinishedWork(db).RunAsync(now, TestContext.Current.CancellationToken);

    private static async Task<(int Inbox, int Outbox, int Requests, int Limits)> CountAsync(IncidentDb db) =>
        (
            await db.Inbox.CountAsync(),
            await db.Outbox.CountAsync(),
            await db.HandledRequests.CountAsync(),
            await db.SlackLimits.CountAsync());
}
