using IncidentBot.Domain.Severities;
using IncidentBot.Sandbox.Failures;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Delivery.Outbox;

public sealed class CardTests
{
    [Fact]
    public async Task A_burst_of_changes_is_one_update_of_the_card()
    {
        await using var app = await BotApp.StartAsync();
        await Declare(app);
        var before = app.Slack.Calls.Of("chat.update").Count;

        for (var time = 0; time < 5; time++)
        {
            await ChangeAsync(app, time % 2 == 0 ? Severity.Sev1 : Severity.Sev3);
        }

        await app.SettleAsync();

        // One for the status card, one for the headline.
        Assert.Equal(before + 2, app.Slack.Calls.Of("chat.update").Count);
    }

    [Fact]
    public async Task A_refresh_that_would_show_the_same_makes_no_call()
    {
        await using var app = await BotApp.StartAsync();
        await Declare(app);
        var before = app.Slack.Calls.Api.Count;

        await ChangeAsync(app, Severity.Sev2);
        await app.SettleAsync();

        Assert.Equal(before, app.Slack.Calls.Api.Count);
    }

    [Fact]
    public async Task A_card_that_someone_deleted_is_posted_again()
    {
        await using var app = await BotApp.StartAsync();
        await Declare(app);
        app.Slack.CallFailures.Next("chat.update", new CallFailure(CallFailureKind.Error) { Code = "message_not_found" }, calls: 2);

        await ChangeAsync(app, Severity.Sev1);
        await app.SettleAsync();

        Assert.Equal(2, app.Slack.MessagesIn("inc-1-20260303-checkout-is-down")
            .Count(message => app.Slack.PlainText(message).StartsWith("Incident 1: Checkout is down", StringComparison.Ordinal)));
    }

    [Fact]
    [Trait("Engine", "both")]
    public async Task A_channel_whose_answer_was_lost_is_found_by_its_name()
    {
        await using var app = await BotApp.StartAsync();
        app.Slack.CallFailures.Next("conversations.create", CallFailureKind.TimeoutAfterEffect);

        await Declare(app);

        Assert.Single(app.Slack.Channels.All, channel => channel.Name.StartsWith("inc-1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_channel_name_that_is_taken_gets_a_suffix()
    {
        await using var app = await BotApp.StartAsync();
        await app.Slack.As("maya").CreateChannelAsync("inc-1-20260303-checkout-is-down");

        await Declare(app);

        Assert.NotNull(app.Slack.Channels.Find("inc-1-20260303-checkout-is-down-2"));
    }

    private static async Task Declare(BotApp app)
    {
        var maya = app.Slack.As("maya");
        await maya.TypeAsync("general", "/incident Checkout is down");
        await maya.SubmitAsync(app.Slack.OpenView("maya")!);
        await app.SettleAsync();
    }

    private static Task ChangeAsync(BotApp app, Severity severity) => app.ReadAsync(async db =>
    {
        var incident = await db.Incidents.SingleAsync();
        incident.ChangeSeverity(severity, incident.DeclaredBy, app.Now);
        return await db.SaveChangesAsync();
    });
}
