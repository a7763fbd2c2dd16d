using IncidentBot.Delivery.Lanes;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Effects;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Tests.Storage.Replicas;

/// <summary>One node dies, or learns something before the other node does.</summary>
public sealed class TakeOverTests
{
    [Fact]
    public async Task What_a_dead_node_had_begun_the_other_one_looks_up_and_finishes()
    {
        await using var app = await TwoNodes.StartAsync();
        var (general, lost) = (app.Slack.Channels.Named("incidents").Id, app.Nodes[0]);
        await QueueAsync(app, general, "posted before it died", "not posted");

        // It dies between Slack's answer and its own record of it, with another lane's row just claimed.
        await SendWithoutRecordAsync(app, lost);
        var second = await app.ReadAsync(db => db.Outbox.Where(row => row.Lane == "not posted").Select(row => row.Id).SingleAsync());
        await app.ReadAsync(db => db.ClaimAsync<OutboxRow>(second, app.Now, CancellationToken.None));
        await app.LoseAsync(lost);

        await app.Nodes[0].Outbox.RunOnceAsync(CancellationToken.None);
        Assert.Single(app.Slack.Calls.Of("chat.postMessage"));
        await app.SettleAsync();

        Assert.Single(app.Slack.MessagesIn("incidents"), message => message.Text == "posted before it died");
        Assert.Single(app.Slack.MessagesIn("incidents"), message => message.Text == "not posted");
        Assert.True(await app.ReadAsync(db => db.Outbox.AllAsync(row => row.State == LaneRowState.Done)));
    }

    [Fact]
    public async Task People_notice_nothing_when_one_of_two_goes()
    {
        await using var app = await TwoNodes.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        await app.Slack.As("maya").TypeAsync(incident.Channel, "The pool is empty");

        await app.LoseAsync(app.Nodes[0]);
        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident lead me");
        await app.SettleAsync();

        Assert.Single(await app.ReadAsync(db => db.ChannelMessages.ToListAsync()), message => message.Text == "The pool is empty");
        Assert.NotNull((await app.ReadAsync(db => db.Incidents.SingleAsync())).Lead);
    }

    [Fact]
    public async Task What_one_node_put_off_because_Slack_asked_to_wait_the_other_one_does_not_begin()
    {
        await using var app = await TwoNodes.StartAsync();
        await QueueAsync(app, app.Slack.Channels.Named("incidents").Id, "wait");
        var id = await app.ReadAsync(db => db.Outbox.Select(row => row.Id).SingleAsync());
        await app.ReadAsync(
            db => db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(row => row.NotBefore, app.Now + TimeSpan.FromSeconds(30))));

        Assert.False(await app.ReadAsync(db => db.ClaimAsync<OutboxRow>(id, app.Now, CancellationToken.None)));
    }

    [Fact]
    public async Task Of_two_nodes_that_let_a_parked_row_go_on_one_does()
    {
        await using var app = await TwoNodes.StartAsync();
        await QueueAsync(app, app.Slack.Channels.Named("incidents").Id, "held");
        await app.ReadAsync(async db =>
        {
            (await db.Outbox.SingleAsync()).Hold("not_in_channel", app.Now);
            return await db.SaveChangesAsync();
        });

        await app.ReadAsync(async late =>
        {
            (await late.Outbox.SingleAsync()).Unpark(app.Now);
            await app.AdvanceAsync(TimeSpan.FromMinutes(11));
            return await Assert.ThrowsAsync<DbUpdateConcurrencyException>(
                () => late.SaveChangesAsync(TestContext.Current.CancellationToken));
        });
        await app.SettleAsync();

        Assert.Single(app.Slack.MessagesIn("incidents"), message => message.Text == "held");
    }

    [Fact]
    public async Task Both_know_the_new_id_of_the_announcement_channel_though_one_was_told()
    {
        await using var app = await TwoNodes.StartAsync();

        app.Slack.Events.ChannelIdChanged(app.Slack.Channels.Named("incidents").Id, "C0SHARED01");
        await app.SettleAsync();

        foreach (var node in app.Nodes)
        {
            await using var scope = node.Services.CreateAsyncScope();
            var place = await scope.ServiceProvider.GetRequiredService<Addresses>().FindAsync(
                Address.Announcements, CancellationToken.None);
            Assert.Equal("C0SHARED01", place.ChannelId);
        }
    }

    private static Task<int> QueueAsync(BotApp app, string channel, params string[] lines) => app.ReadAsync(db =>
    {
        foreach (var line in lines)
        {
            db.Enqueue(
                line,
                new Post(Address.Channel(channel), MessageContent.Paragraph(IncidentBot.Slack.Blocks.Mrkdwn.Text($"{line}"))),
                app.Now);
        }

        return db.SaveChangesAsync();
    });

    private static async Task SendWithoutRecordAsync(BotApp app, BotNode node)
    {
        await using var scope = node.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IncidentDb>();
        var id = await db.Outbox.OrderBy(row => row.Id).Select(row => row.Id).FirstAsync();
        Assert.True(await db.ClaimAsync<OutboxRow>(id, app.Now, CancellationToken.None));
        var row = await db.Outbox.SingleAsync(row => row.Id == id);
        await node.Services.GetRequiredService<ILaneWork<OutboxRow>>().DoAsync(row, scope.ServiceProvider, CancellationToken.None);
    }
}
