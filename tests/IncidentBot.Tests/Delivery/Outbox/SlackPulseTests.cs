using IncidentBot.Delivery.Outbox;
using IncidentBot.Effects;
using IncidentBot.Sandbox.Failures;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage.Rows;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Delivery.Outbox;

/// <summary>How Slack is treated while it is down: gently, and no one's work counts as failed.</summary>
public sealed class SlackPulseTests
{
    private const int Lanes = 8;

    [Fact]
    [Trait("Engine", "both")]
    public async Task While_Slack_is_down_one_call_in_ten_seconds_asks_for_all_who_wait()
    {
        await using var app = await BotApp.StartAsync();
        app.ExpectLogs();
        GoDown(app);
        await EnqueueAsync(app);
        await app.SettleAsync();
        var since = app.Now;

        await app.AdvanceInStepsAsync(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(5));

        var atMost = (((int)(app.Now - since).TotalSeconds / 10) + 1) * app.Nodes.Count;
        var methods = app.Slack.Calls.Api.Where(call => call.At > since).CountBy(call => call.Method).ToDictionary();
        Assert.NotEmpty(methods);
        Assert.All(methods, method => Assert.InRange(method.Value, 1, atMost));
        Assert.All(await RowsAsync(app), row => Assert.Equal((LaneRowState.Waiting, 0), (row.State, row.Attempts)));
    }

    [Fact]
    public async Task Once_Slack_is_back_all_is_sent_within_a_few_seconds_of_the_first()
    {
        await using var app = await BotApp.StartAsync();
        app.ExpectLogs();
        GoDown(app);
        await EnqueueAsync(app);
        await app.SettleAsync();

        app.Slack.CallFailures.Clear();
        await app.SettleAsync();

        var posted = app.Slack.MessagesIn("incidents");
        Assert.Equal(Lanes, posted.Select(message => message.Text).Distinct().Count());
        Assert.Equal(Lanes, posted.Count);
        var times = app.Slack.Calls.Of("chat.postMessage").Where(call => call.Ok).Select(call => call.At).ToList();
        Assert.InRange(times.Max() - times.Min(), TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task One_failing_call_holds_up_no_other()
    {
        await using var app = await BotApp.StartAsync();
        app.ExpectLogs();
        app.Slack.CallFailures.Next("chat.postMessage", CallFailureKind.ServerError, calls: 3);
        var start = app.Now;

        await EnqueueAsync(app);
        await app.SettleAsync();

        Assert.Equal(Lanes, app.Slack.MessagesIn("incidents").Count);
        Assert.InRange(app.Now - start, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    private static void GoDown(BotApp app)
    {
        app.Slack.CallFailures.Always("chat.postMessage", CallFailureKind.HtmlUnavailable);
        app.Slack.CallFailures.Always("auth.test", CallFailureKind.HtmlUnavailable);
    }

    private static Task EnqueueAsync(BotApp app) => app.ReadAsync(async db =>
    {
        for (var lane = 0; lane < Lanes; lane++)
        {
            db.Enqueue($"test {lane}", new Post(Address.Announcements, new MessageContent(Mrkdwn.Escape($"Message {lane}"))), app.Now);
        }

        return await db.SaveChangesAsync();
    });

    private static Task<List<OutboxRow>> RowsAsync(BotApp app) => app.ReadAsync(db => db.Outbox.AsNoTracking().ToListAsync());
}
