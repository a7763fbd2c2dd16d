using IncidentBot.Delivery.Outbox;
using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Features.Board;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Features.WriteUps.Versions;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.WriteUps.Sharing;

public sealed class ShareWriteUpTests
{
    [Fact]
    [Trait("Requirement", "R118")]
    public async Task Leadership_is_briefed_once_and_the_card_shows_the_remaining_step()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await PublishedVersionTests.PublishedAsync(app);
        var maya = app.Slack.As("maya");
        foreach (var _ in (int[])[1, 2])
        {
            await maya.ClickAsync(Card(app, incident), "write_up_share_leadership");
            await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("people", "lena,gail")));
            await app.SettleAsync();
        }

        var dm = ShownMessages.TextOf(app, Assert.Single(app.Slack.DmWith("lena")));
        Assert.Contains("@maya shared the post-mortem of Incident 1: Checkout is down with you", dm, StringComparison.Ordinal);
        Assert.Contains("What we learned: No contract test covers the payment API", dm, StringComparison.Ordinal);
        Assert.Contains(
            "What we will change: Cover the payment API with a contract test (by Tue 17 Mar 2026)", dm, StringComparison.Ordinal);
        Assert.Contains("Read the write-up", dm, StringComparison.Ordinal);
        var card = ShownMessages.TextOf(app, Card(app, incident));
        Assert.Contains("Brief leadership on what was learned and what is planned: @lena, @gail", card, StringComparison.Ordinal);
        Assert.Contains(":white_small_square: Tell teams that may run a similar risk", card, StringComparison.Ordinal);

        // Gail is a guest, and it was evening where she is.
        await app.UntilAsync(3, 4, 1);
        var guests = Assert.Single(app.Slack.DmWith("gail"));
        Assert.Empty(Buttons.Of(guests));
        Assert.Contains(GuestMessages.AskAMember, ShownMessages.TextOf(app, guests), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R118")]
    public async Task A_step_can_be_done_in_another_way_and_is_then_complete()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await PublishedVersionTests.PublishedAsync(app);
        var maya = app.Slack.As("maya");
        await maya.ClickAsync(Card(app, incident), "write_up_share_teams");
        var refused = await maya.SubmitAsync(app.Slack.OpenView("maya")!);
        Assert.Equal("Choose recipients, or say below how they were told or why no one needs to be.", refused!.Errors["people"]);
        await maya.SubmitAsync(await maya.FillAsync(refused, ("how", "No other team has a queue")));
        await maya.ClickAsync(Card(app, incident), "write_up_share_leadership");
        await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("how", "In Monday's meeting")));
        await app.AdvanceAsync(TimeSpan.FromDays(6));

        Assert.Contains("published and shared", ShownMessages.TextOf(app, Card(app, incident)), StringComparison.Ordinal);
        Assert.DoesNotContain(
            app.Slack.DmWith("maya"), message => app.Slack.PlainText(message).Contains("Share it by", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Requirement", "R118")]
    public async Task After_six_days_the_lead_is_reminded_of_the_remaining_steps()
    {
        await using var app = await BotApp.StartAsync();
        await PublishedVersionTests.PublishedAsync(app);

        await app.AdvanceAsync(TimeSpan.FromDays(6));

        Assert.Contains(app.Slack.DmWith("maya"), message => ShownMessages.TextOf(app, message).Contains(
            ": brief leadership on what was learned and what is planned, and tell teams that may run a similar risk.",
            StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_briefing_at_night_arrives_in_the_morning()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await PublishedVersionTests.PublishedAsync(app);
        app.Time.Advance(TimeSpan.FromHours(12));
        var maya = app.Slack.As("maya");
        await maya.ClickAsync(Card(app, incident), "write_up_share_leadership");
        await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("people", "lena")));
        await app.SettleAsync();
        Assert.Empty(app.Slack.DmWith("lena"));

        await app.AdvanceAsync(TimeSpan.FromHours(12));

        Assert.Single(app.Slack.DmWith("lena"));
    }

    [Fact]
    public async Task The_reminder_waits_until_after_the_weekend_and_is_marked_overdue_then()
    {
        await using var app = await BotApp.StartAsync();
        await app.AdvanceAsync(TimeSpan.FromDays(5)); // Sunday
        await PublishedVersionTests.PublishedAsync(app);

        await app.AdvanceAsync(TimeSpan.FromDays(6));
        Assert.DoesNotContain(
            app.Slack.DmWith("maya"), message => ShownMessages.TextOf(app, message).Contains("Share it by", StringComparison.Ordinal));

        await app.AdvanceAsync(TimeSpan.FromDays(2));
        var dm = ShownMessages.TextOf(app, app.Slack.DmWith("maya")[^1]);
        Assert.Contains("Sharing the write-up of Incident 1: Checkout is down is :warning: 1 day overdue", dm, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R118")]
    public async Task A_private_write_up_is_sent_to_no_one_outside_its_channel()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await ResolvedIncident.Private(app);
        await incident.CompleteAsync();
        var maya = app.Slack.As("maya");
        await maya.ClickAsync(app.Slack.OpenView("maya")!, "post_mortem_publish");
        await app.SettleAsync();

        await maya.ClickAsync(Card(app, incident), "write_up_share_leadership");
        var refused = await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("people", "lena")));
        await app.SettleAsync();

        Assert.StartsWith("This incident is private, and ", refused!.Errors["people"], StringComparison.Ordinal);
        Assert.Empty(app.Slack.DmWith("lena"));
    }

    private static Message Card(BotApp app, ResolvedIncident incident) =>
        app.Slack.MessagesIn(incident.Channel).Last(message =>
            message is { BotId: not null, IsReply: false }
            && app.Slack.PlainText(message).Contains("write-up is published", StringComparison.Ordinal));
}
