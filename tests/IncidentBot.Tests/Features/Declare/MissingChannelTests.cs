using IncidentBot.Cards;
using IncidentBot.Sandbox.Failures;
using IncidentBot.Storage.Rows;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.Declare;

public sealed class MissingChannelTests
{
    [Fact]
    [Trait("Engine", "both")]
    public async Task The_form_says_why_there_is_no_channel_and_trying_again_creates_it()
    {
        await using var app = await BotApp.StartAsync();
        await DeclareWithoutChannelAsync(app, "incidents");
        var modal = app.Slack.OpenView("maya")!;

        var said = app.Slack.PlainText(modal);
        await app.Slack.As("maya").ClickAsync(modal, CardActions.RetryChannel);
        await app.SettleAsync();

        Assert.Contains("doesn't let the bot create channels", said, StringComparison.Ordinal);
        Assert.Contains("inc-1-20260303-checkout-is-down", app.Slack.PlainText(app.Slack.OpenView("maya")!), StringComparison.Ordinal);
        Assert.Empty(await app.ReadAsync(db => db.Outbox.Where(row => row.State == LaneRowState.Parked).ToListAsync()));
    }

    [Fact]
    public async Task The_channel_in_which_it_was_declared_can_stand_in()
    {
        await using var app = await BotApp.StartAsync();
        await DeclareWithoutChannelAsync(app, "payments");
        await app.Slack.As("ben").InviteAsync("payments", "incidentbot");
        var topic = app.Slack.Channels.Named("payments").Topic;

        await app.Slack.As("maya").ClickAsync(app.Slack.DmWith("maya")[^1], CardActions.UseChannel);
        await app.SettleAsync();

        Assert.Contains(app.Slack.MessagesIn("payments"), message => message.Pin is not null);
        Assert.Equal(topic, app.Slack.Channels.Named("payments").Topic);
        await app.Slack.As("maya").TypeAsync("payments", "/incident status mitigated");
        await app.SettleAsync();
        Assert.Contains(
            app.Slack.MessagesIn("payments"), message => app.Slack.PlainText(message).Contains("Mitigated", StringComparison.Ordinal));
        Assert.Empty(await app.ReadAsync(db => db.Outbox.Where(row => row.State == LaneRowState.Parked).ToListAsync()));
    }

    [Fact]
    public async Task A_channel_that_the_bot_is_not_in_stands_in_only_after_it_was_invited()
    {
        await using var app = await BotApp.StartAsync();
        await DeclareWithoutChannelAsync(app, "payments");

        await app.Slack.As("maya").ClickAsync(app.Slack.DmWith("maya")[^1], CardActions.UseChannel);
        await app.SettleAsync();

        Assert.Contains("/invite", app.Slack.PlainText(app.Slack.EphemeralsFor("maya")[^1]), StringComparison.Ordinal);
        Assert.Null(await app.ReadAsync(db => db.Channels.Select(channel => channel.ChannelId).SingleAsync()));
    }

    private static async Task DeclareWithoutChannelAsync(BotApp app, string channel)
    {
        app.Slack.CallFailures.Next("conversations.create", new CallFailure(CallFailureKind.Error) { Code = "restricted_action" });
        var maya = app.Slack.As("maya");
        await maya.TypeAsync(channel, "/incident Checkout is down");
        await maya.SubmitAsync(app.Slack.OpenView("maya")!);
        await app.SettleAsync();
    }
}
