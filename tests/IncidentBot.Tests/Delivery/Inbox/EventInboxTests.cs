using System.Net;
using IncidentBot.Storage.Rows;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Delivery.Inbox;

[Trait("Engine", "both")]
public sealed class EventInboxTests
{
    [Fact]
    public async Task An_event_is_stored_before_it_is_acknowledged()
    {
        await using var app = await BotApp.StartAsync();

        await app.Slack.As("maya").OpenHomeAsync();
        await app.Slack.SettleAsync();

        var row = Assert.Single(await app.ReadAsync(db => db.Inbox.AsNoTracking().ToListAsync()));
        Assert.Equal(LaneRowState.Waiting, row.State);
    }

    [Fact]
    public async Task A_repeated_delivery_is_processed_once()
    {
        await using var app = await BotApp.StartAsync();
        await app.Slack.As("maya").OpenHomeAsync();
        await app.Slack.SettleAsync();

        app.Slack.EventDelivery.RepeatLast();
        await app.SettleAsync();

        Assert.Single(await app.ReadAsync(db => db.Inbox.AsNoTracking().ToListAsync()));
        Assert.Single(app.Slack.Calls.Of("views.publish"));
    }

    [Theory]
    [InlineData("/slack/events")]
    [InlineData("/slack/commands")]
    [InlineData("/slack/interactivity")]
    [InlineData("/slack/options")]
    public async Task A_request_that_Slack_did_not_sign_is_refused(string path)
    {
        await using var app = await BotApp.StartAsync();
        using var client = app.Client();

        using var answer = await client.PostAsync(path, new StringContent("{}"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }
}
