using IncidentBot.Delivery.Lanes;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Effects;
using IncidentBot.Sandbox.Failures;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Tests.Delivery.Outbox;

[Trait("Engine", "both")]
public sealed class OutboxTests
{
    [Fact]
    public async Task A_message_whose_answer_was_lost_is_found_again_and_not_posted_twice()
    {
        await using var app = await BotApp.StartAsync();
        app.Slack.CallFailures.Next("chat.postMessage", CallFailureKind.TimeoutAfterEffect);

        await EnqueueAsync(app, Say("It is back."));
        await app.SettleAsync();

        Assert.Single(app.Slack.MessagesIn("incidents"), message => message.Text == "It is back.");
        Assert.Equal(LaneRowState.Done, Assert.Single(await RowsAsync(app)).State);
    }

    [Fact]
    public async Task A_direct_message_whose_answer_was_lost_is_found_again_and_not_posted_twice()
    {
        await using var app = await BotApp.StartAsync();
        var maya = app.Slack.As("maya").User.Id;
        app.Slack.CallFailures.Next("chat.postMessage", CallFailureKind.TimeoutAfterEffect);

        await EnqueueAsync(app, new Post(Address.Person(new Domain.PersonId(maya)), MessageContent.Paragraph(Mrkdwn.Escape("Your turn."))));
        await app.SettleAsync();

        Assert.Single(app.Slack.DmWith("maya"));
    }

    [Fact]
    public async Task Slack_asking_to_wait_delays_a_message_and_loses_nothing()
    {
        await using var app = await BotApp.StartAsync();
        var before = app.Now;
        app.Slack.CallFailures.Next("chat.postMessage", CallFailureKind.RateLimited, calls: 7);

        await EnqueueAsync(app, Say("It is back."));
        await app.SettleAsync();

        Assert.Single(app.Slack.MessagesIn("incidents"), message => message.Text == "It is back.");
        Assert.True(app.Now > before);
    }

    [Fact]
    public async Task A_row_that_keeps_failing_is_parked_and_its_lane_goes_on()
    {
        await using var app = await BotApp.StartAsync();
        app.ExpectLogs();
        app.Slack.CallFailures.Next("chat.postMessage", CallFailureKind.ServerError, calls: LaneRow.MaxAttempts);

        await EnqueueAsync(app, Say("Lost."), Say("Sent."));
        await app.SettleAsync();

        Assert.DoesNotContain(app.Slack.MessagesIn("incidents"), message => message.Text == "Lost.");
        Assert.Contains(app.Slack.MessagesIn("incidents"), message => message.Text == "Sent.");
        var parked = Assert.Single(await RowsAsync(app), row => row.State == LaneRowState.Parked);
        Assert.Equal(LaneRow.MaxAttempts, parked.Attempts);
        Assert.Contains("parked", Assert.Single(app.Logs.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Messages_in_one_channel_keep_a_second_apart_and_their_order()
    {
        await using var app = await BotApp.StartAsync();

        await EnqueueAsync(app, Say("one"), Say("two"), Say("three"));
        await app.SettleAsync();

        var posts = app.Slack.Calls.Of("chat.postMessage");
        Assert.Equal(["one", "two", "three"], app.Slack.MessagesIn("incidents").Select(message => message.Text));
        Assert.All(posts.Zip(posts.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At >= TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task The_same_key_is_saved_once()
    {
        await using var app = await BotApp.StartAsync();

        for (var time = 0; time < 2; time++)
        {
            await app.ReadAsync(async db =>
            {
                await db.EnqueueOnceAsync("test", Say("Once."), "reminder:1", app.Now, TestContext.Current.CancellationToken);
                return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            });
            await app.SettleAsync();
        }

        Assert.Single(app.Slack.MessagesIn("incidents"));
    }

    [Fact]
    public async Task A_row_whose_lease_ran_out_is_looked_up_before_it_is_sent_again()
    {
        await using var app = await BotApp.StartAsync();
        await EnqueueAsync(app, Say("Sent by a node that died."));
        await app.SettleAsync();
        await app.ReadAsync(
            db => db.Database.ExecuteSqlRawAsync("UPDATE outbox SET state = 0, finished_at = NULL, leased_until = '2026-03-03 09:00:01'"));
        app.Time.Advance(TimeSpan.FromMinutes(1));

        await app.SettleAsync();

        Assert.Single(app.Slack.MessagesIn("incidents"));
        Assert.True(Assert.Single(await RowsAsync(app)).LookFirst);
    }

    [Fact]
    public async Task A_row_that_another_node_holds_is_left_alone()
    {
        await using var app = await BotApp.StartAsync();
        await EnqueueAsync(app, Say("Held."));
        await app.ReadAsync(
            async db => await db.ClaimAsync<OutboxRow>((await db.Outbox.SingleAsync()).Id, app.Now, TestContext.Current.CancellationToken));

        var didSomething = await app.Services.GetRequiredService<LaneLoop<OutboxRow>>().RunOnceAsync(TestContext.Current.CancellationToken);

        Assert.False(didSomething);
        Assert.Empty(app.Slack.MessagesIn("incidents"));
    }

    [Fact]
    public async Task While_Slack_as_a_whole_is_down_nothing_is_given_up_and_afterwards_all_is_sent_once()
    {
        await using var app = await BotApp.StartAsync();
        app.ExpectLogs();
        app.Slack.CallFailures.Next("chat.postMessage", CallFailureKind.HtmlUnavailable, calls: 60);
        app.Slack.CallFailures.Next("auth.test", CallFailureKind.HtmlUnavailable, calls: 60);

        await EnqueueAsync(app, Say("First."), Say("Second."));
        await app.SettleAsync();
        app.Slack.CallFailures.Clear();
        await app.AdvanceAsync(TimeSpan.FromMinutes(30));

        Assert.Equal(["First.", "Second."], app.Slack.MessagesIn("incidents").Select(message => message.Text));
        Assert.All(await RowsAsync(app), row => Assert.Equal(LaneRowState.Done, row.State));
        Assert.Single(app.Logs.Lines);
    }

    [Fact]
    public async Task Who_worked_longer_than_the_lease_does_not_record_over_who_took_the_row()
    {
        await using var app = await BotApp.StartAsync();
        await EnqueueAsync(app, Say("Slow."));
        var row = await app.ReadAsync(async db =>
        {
            var id = (await db.Outbox.AsNoTracking().SingleAsync()).Id;
            await db.ClaimAsync<OutboxRow>(id, app.Now, TestContext.Current.CancellationToken);
            return await db.Outbox.SingleAsync();
        });
        var claimedUntil = row.LeasedUntil;
        app.Time.Advance(TimeSpan.FromMinutes(2));
        await app.ReadAsync(db => db.ClaimAsync<OutboxRow>(row.Id, app.Now, TestContext.Current.CancellationToken));

        row.MarkDone(app.Now);
        var late = app.ReadAsync(db =>
        {
            db.Attach(row).Property(each => each.LeasedUntil).OriginalValue = claimedUntil;
            db.Entry(row).Property(each => each.State).IsModified = true;
            return db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => late);
        Assert.Equal(LaneRowState.Waiting, Assert.Single(await RowsAsync(app)).State);
    }

    [Fact]
    public async Task After_a_restart_what_a_dead_process_held_is_looked_up_and_sent()
    {
        await using var app = await BotApp.StartAsync();
        await EnqueueAsync(app, Say("Held by a process that died."));
        await app.ReadAsync(
            async db => await db.ClaimAsync<OutboxRow>((await db.Outbox.SingleAsync()).Id, app.Now, TestContext.Current.CancellationToken));
        var died = app.Now;

        await app.RestartAsync();
        await app.SettleAsync();

        Assert.Single(app.Slack.MessagesIn("incidents"));
        Assert.True(Assert.Single(await RowsAsync(app)).LookFirst);

        // On PostgreSQL another node may be alive with it: its lease is waited for.
        Assert.Equal(TestEngine.Current is StorageProvider.Sqlite, died == app.Now);
    }

    private static Post Say(string text) => new(Address.Announcements, new MessageContent(Mrkdwn.Escape(text)));

    private static async Task EnqueueAsync(BotApp app, params Post[] posts) => await app.ReadAsync(async db =>
    {
        foreach (var post in posts)
        {
            db.Enqueue("test", post, app.Now);
        }

        return await db.SaveChangesAsync();
    });

    private static Task<List<OutboxRow>> RowsAsync(BotApp app) => app.ReadAsync(db => db.Outbox.AsNoTracking().ToListAsync());
}
