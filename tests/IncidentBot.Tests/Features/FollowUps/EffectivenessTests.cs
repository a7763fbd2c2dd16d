using IncidentBot.Domain.ActionItems;
using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Features.ActionItems;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.FollowUps;

/// <summary>The effectiveness review: did the actions work?</summary>
public sealed class EffectivenessTests
{
    private const string Asks = "the post-mortem of Incident 1";

    [Fact]
    [Trait("Engine", "both")]
    [Trait("Requirement", "R120")]
    [Trait("Requirement", "D18")]
    public async Task The_owner_is_asked_once_about_finished_actions_with_the_incidents_since_then()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await HeldMeeting.StartAsync(app);
        var test = await meeting.AddAsync("Cover the payment API with a contract test", "no failed payment after a release");
        await meeting.AddAsync("Alert on the queue's age");
        await app.UntilAsync(3, 12, 10);
        await meeting.MarkDoneAsync(test);
        await app.UntilAsync(3, 20, 10);
        await meeting.DeclareLaterAsync("Payments fail again");
        await meeting.DeclareDrillAsync("We practise");
        await meeting.DeclareLaterAsync(
            "A false alarm", change: incident => incident.Cancel("It was a test", ActionScenarios.Maya, app.Now));

        await app.UntilAsync(4, 2, 7, 59);
        Assert.Empty(meeting.Dms("ben", Asks));
        await app.UntilAsync(4, 2, 8);
        await app.RestartAsync();
        await app.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Contains(
            """
            Did this action item from the post-mortem of Incident 1: Checkout is down work?
            Cover the payment API with a contract test
            Success metric: no failed payment after a release
            Done on Thu 12 Mar 2026. Later incidents affecting checkout-api: 1 (Incident 2).
            [Achieved] [Not yet] [Didn't work]
            """,
            meeting.Text(Assert.Single(meeting.Dms("ben", Asks))),
            StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R120")]
    [Trait("Requirement", "R122")]
    public async Task An_action_finished_late_or_answered_not_yet_is_asked_about_two_weeks_later()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await HeldMeeting.StartAsync(app);
        var alert = await meeting.AddAsync("Alert on the queue's age");
        await app.UntilAsync(4, 2, 8);
        await meeting.MarkDoneAsync(alert);
        await app.UntilAsync(4, 16, 7, 59);
        Assert.Empty(meeting.Dms("ben", Asks)); // While the item was open, ben got reminders and no question.
        await app.UntilAsync(4, 16, 8);
        Assert.Single(meeting.Dms("ben", Asks));

        var ben = app.Slack.As("ben");

        await ben.ClickAsync(meeting.LastDm("ben", Asks), "effect_not_yet");
        await app.SettleAsync();
        Assert.Contains(
            "@ben: too early to say whether it worked. I'll ask again on Thu 30 Apr 2026.",
            meeting.Text(meeting.LastDm("ben", Asks)),
            StringComparison.Ordinal);
        await app.UntilAsync(4, 30, 8);
        Assert.Equal(2, meeting.Dms("ben", Asks).Count);

        await ben.ClickAsync(meeting.LastDm("ben", Asks), "effect_achieved");
        await app.SettleAsync();
        await app.UntilAsync(5, 14, 10);
        Assert.Equal(2, meeting.Dms("ben", Asks).Count);
        Assert.All(
            meeting.Dms("ben", Asks), message => Assert.Contains("@ben: it worked.", meeting.Text(message), StringComparison.Ordinal));
        Assert.Contains(
            "did the actions work? 1 verified",
            ShownMessages.TextOf(app, await meeting.Incident.OpenOverviewAsync()),
            StringComparison.Ordinal);
        await app.Slack.As("maya").ClickAsync(app.Slack.OpenView("maya")!, "actions_open");
        Assert.Contains("done, verified", ShownMessages.TextOf(app, app.Slack.OpenView("maya")!), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R120")]
    public async Task Helpers_can_answer_others_are_told_who_can_and_a_double_click_counts_once()
    {
        await using var app = await BotApp.StartAsync();
        var (meeting, id, question) = await AskedAsync(app);

        await app.Slack.As("priya").ClickAsync(question, "effect_achieved");
        Assert.Equal(
            "Only the owner, the helpers, the incident's lead and the facilitator can say whether it worked. Ask one of them.",
            ShownMessages.LatestEphemeral(app, "priya"));
        Assert.Null((await meeting.ItemAsync(id)).Verdict);
        await app.OvertakeAsync(
            "action_items",
            () => app.Slack.As("tom").ClickAsync(question, "effect_achieved"),
            () => app.Slack.As("tom").ClickAsync(question, "effect_achieved"));

        Assert.Equal(
            (EffectivenessVerdict.Achieved, 1), ((await meeting.ItemAsync(id)).Verdict, (await meeting.ItemAsync(id)).TimesJudged));
        Assert.Empty(app.Slack.EphemeralsFor("tom"));
    }

    [Fact]
    [Trait("Requirement", "R120")]
    public async Task The_second_of_two_people_sees_the_first_answer_and_can_change_it()
    {
        await using var app = await BotApp.StartAsync();
        var (meeting, id, question) = await AskedAsync(app);

        await app.OvertakeAsync(
            "action_items",
            () => app.Slack.As("ben").ClickAsync(question, "effect_achieved"),
            () => app.Slack.As("tom").ClickAsync(question, "effect_not_yet"));

        Assert.Equal(
            "@tom has already answered: too early to say whether it worked. If you disagree, change the answer in the message.",
            ShownMessages.LatestEphemeral(app, "ben"));
        Assert.Equal(EffectivenessVerdict.NotYet, (await meeting.ItemAsync(id)).Verdict);
        await InTheListAsync(app, meeting);
        await app.SettleAsync();
        await app.Slack.As("ben").SelectAsync(app.Slack.DmWith("ben")[^1], "effect_change", "Achieved");
        Assert.Equal(EffectivenessVerdict.Achieved, (await meeting.ItemAsync(id)).Verdict);
    }

    /// <summary>The list shows the answer that was given in it.</summary>
    private static async Task InTheListAsync(BotApp app, HeldMeeting meeting)
    {
        var ben = app.Slack.As("ben");
        await ben.ClickAsync(ShownMessages.IncidentCard(app, meeting.Incident.Channel), "actions_open");
        Assert.Contains("[Didn't work]", ShownMessages.TextOf(app, app.Slack.OpenView("ben")!), StringComparison.Ordinal);
        await ben.ClickAsync(app.Slack.OpenView("ben")!, "effect_did_not_work");
        await ben.SubmitAsync(await ben.FillAsync(app.Slack.OpenView("ben")!, ("missing", "The alert has no reader")));
        Assert.DoesNotContain("[Didn't work]", ShownMessages.TextOf(app, app.Slack.OpenView("ben")!), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R120")]
    public async Task The_lead_is_asked_in_place_of_someone_who_left()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await HeldMeeting.StartAsync(app);
        var id = await meeting.AddAsync("Alert on the queue's age", "a page within two minutes");
        await meeting.MarkDoneAsync(id);
        app.Slack.Users.Join(app.Slack.As("ben").User with { IsDeactivated = true });

        await app.UntilAsync(4, 2, 10);
        await app.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Empty(meeting.Dms("ben", Asks));
        Assert.Contains(
            "Owner: @ben · Success metric: a page within two minutes",
            meeting.Text(Assert.Single(meeting.Dms("maya", Asks))),
            StringComparison.Ordinal);
        await app.Slack.As("maya").ClickAsync(meeting.LastDm("maya", Asks), "effect_achieved");
        Assert.True((await meeting.ItemAsync(id)).IsVerified);
    }

    /// <summary>A finished action of ben's, and the message that asks him whether it worked.</summary>
    private static async Task<(HeldMeeting Meeting, Guid Item, Message Question)> AskedAsync(BotApp app)
    {
        var meeting = await HeldMeeting.StartAsync(app);
        var id = await meeting.AddAsync("Alert on the queue's age");
        await meeting.MarkDoneAsync(id);
        await app.UntilAsync(4, 2, 8);
        return (meeting, id, meeting.LastDm("ben", Asks));
    }
}
