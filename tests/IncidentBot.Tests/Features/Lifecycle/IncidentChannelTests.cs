using IncidentBot.Cards;
using IncidentBot.Sandbox.Failures;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.Lifecycle;

public sealed class IncidentChannelTests
{
    [Fact]
    public async Task The_status_card_bookmark_links_to_the_status_card()
    {
        await using var app = await BotApp.StartAsync();

        var incident = await Scenarios.DeclaredSev1(app);

        var bookmark = Assert.Single(app.Slack.Bookmarks.In(incident.Channel));
        var ts = ShownMessages.IncidentCard(app, incident.Channel).Ts.Replace(".", "", StringComparison.Ordinal);
        Assert.Equal(BookmarkTitles.StatusCard, bookmark.Title);
        Assert.EndsWith("p" + ts, bookmark.Link, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_channel_cannot_be_created_the_declarer_learns_why_and_can_try_again()
    {
        await using var app = await BotApp.StartAsync();
        app.ExpectLogs();
        app.Slack.CallFailures.Next("conversations.create", new CallFailure(CallFailureKind.Error) { Code = "restricted_action" });
        var maya = app.Slack.As("maya");
        await maya.TypeAsync("general", "/incident Checkout is down");
        await maya.SubmitAsync(app.Slack.OpenView("maya")!);
        await app.SettleAsync();
        var explanation = Assert.Single(app.Slack.DmWith("maya"));
        Assert.Contains("doesn't let the bot create channels", ShownMessages.TextOf(app, explanation), StringComparison.Ordinal);

        await maya.ClickAsync(explanation, CardActions.RetryChannel);
        await app.SettleAsync();

        var channel = app.Slack.Channels.Named("inc-1-20260303-checkout-is-down");
        Assert.Contains(maya.User.Id, channel.Members);
        Assert.Contains("Incident 1", ShownMessages.TextOf(app, ShownMessages.IncidentCard(app, channel.Id)), StringComparison.Ordinal);
        Assert.Contains("inc-1-20260303", ShownMessages.TextOf(app, ShownMessages.Latest(app, "incidents")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_missed_reminders_arrive_as_one()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.WithoutLead(app);

        await app.AdvanceAsync(TimeSpan.FromHours(9));
        await app.AdvanceAsync(TimeSpan.Zero);

        Assert.Single(
            ShownMessages.TextsIn(app, incident.Channel), line => line.Contains("status update is due", StringComparison.Ordinal));
        Assert.Single(ShownMessages.TextsIn(app, incident.Channel), line => line.Contains("has no lead", StringComparison.Ordinal));
    }
}
