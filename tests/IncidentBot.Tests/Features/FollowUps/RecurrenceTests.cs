using IncidentBot.Domain.FollowUps;
using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.FollowUps;

/// <summary>The recurrence check: has the incident happened again?</summary>
public sealed class RecurrenceTests
{
    private const string Asks = "happened again?";

    [Fact]
    [Trait("Requirement", "R121")]
    [Trait("Requirement", "D18")]
    public async Task The_lead_is_asked_once_with_later_incidents_and_the_state_of_the_actions()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await HeldMeeting.StartAsync(app);
        await meeting.MarkDoneAsync(await meeting.AddAsync("Alert on the queue's age"));
        for (var count = 1; count <= 6; count++)
        {
            app.Time.Advance(TimeSpan.FromDays(1));
            await meeting.DeclareLaterAsync($"Payments fail, time {count}");
        }

        await app.UntilAsync(5, 15, 6, 59);
        Assert.Empty(meeting.Dms("maya", Asks));
        await app.UntilAsync(5, 15, 9);
        await app.RestartAsync();
        await app.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Contains(
            """
            Has Incident 1: Checkout is down happened again?
            Structural gap: “No contract test covers the payment API”
            Incidents since then
            • Incident 7: Payments fail, time 6, 2026-03-09 09:40 UTC
            • Incident 6: Payments fail, time 5, 2026-03-08 09:40 UTC
            • Incident 5: Payments fail, time 4, 2026-03-07 09:40 UTC
            • Incident 4: Payments fail, time 3, 2026-03-06 09:40 UTC
            • Incident 3: Payments fail, time 2, 2026-03-05 09:40 UTC
            and 1 more
            Action items
            • Alert on the queue's age — :white_check_mark: done, not verified yet
            [Hasn't happened again] [Happened again] [Too early to say]
            Take lessons for other teams to the next retrospective, and put lessons for on-call in the runbook.
            """,
            meeting.Text(Assert.Single(meeting.Dms("maya", Asks))),
            StringComparison.Ordinal);
        Assert.Empty(meeting.Dms("lena", Asks));
    }

    [Fact]
    [Trait("Requirement", "R121")]
    [Trait("Requirement", "R122")]
    public async Task After_too_early_to_say_the_question_is_repeated_once()
    {
        await using var app = await BotApp.StartAsync();
        var (meeting, question) = await AskedAsync(app);

        await app.Slack.As("maya").ClickAsync(question, "return_too_early");
        await app.SettleAsync();
        Assert.Contains(
            ":white_check_mark: @maya: too early to say. I'll ask again on Mon 15 Jun 2026.",
            meeting.Text(meeting.LastDm("maya", Asks)),
            StringComparison.Ordinal);
        await app.UntilAsync(6, 14, 9);
        Assert.Single(meeting.Dms("maya", Asks));
        await app.UntilAsync(6, 15, 9);
        Assert.Equal(2, meeting.Dms("maya", Asks).Count);
        await app.Slack.As("maya").ClickAsync(meeting.LastDm("maya", Asks), "return_too_early");
        await app.SettleAsync();
        await app.UntilAsync(9, 15, 9);

        Assert.Equal(2, meeting.Dms("maya", Asks).Count);
        Assert.Contains(
            ":white_check_mark: @maya: too early to say.", meeting.Text(meeting.LastDm("maya", Asks)), StringComparison.Ordinal);
        Assert.Contains(
            "has it happened again? @maya: too early to say",
            ShownMessages.TextOf(app, await meeting.Incident.OpenOverviewAsync()),
            StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R121")]
    public async Task Happened_again_asks_for_the_incident_and_reopens_the_gap()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await HeldMeeting.StartAsync(app);
        await meeting.PublishAsync();
        var later = await meeting.DeclareLaterAsync("Payments fail again");
        await app.UntilAsync(5, 15, 9);
        var maya = app.Slack.As("maya");

        await app.Slack.As("priya").ClickAsync(meeting.LastDm("maya", Asks), "return_not_back");
        Assert.Equal(
            "Only the lead, the facilitator or the person who declared the incident can answer this. Ask one of them.",
            ShownMessages.LatestEphemeral(app, "priya"));
        await maya.ClickAsync(meeting.LastDm("maya", Asks), "return_came_back");
        var form = await maya.FillAsync(
            app.Slack.OpenView("maya")!, ("incident", "Incident 2: Payments fail again"), ("sentence", "The pool was too small again"));
        await maya.SubmitAsync(form);
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        var answer = Assert.Single((await meeting.Incident.ReadAsync()).Reviews.RecurrenceAnswers);
        Assert.Equal(
            (RecurrenceVerdict.CameBack, "The pool was too small again", later),
            (answer.Verdict, answer.Sentence, answer.IncidentNumber ?? 0));
        var writeUp = app.Slack.MessagesIn("incidents").Single(
            message => app.Slack.PlainText(message).StartsWith("Post-mortem: Checkout is down", StringComparison.Ordinal));
        Assert.Single(app.Slack.ThreadOf(writeUp), message => meeting.Text(message)
            == ":warning: The structural gap is open again: “No contract test covers the payment API”. "
                + "It happened again as incident 2: The pool was too small again");
        Assert.Single(meeting.Dms("lena", "It happened again as incident 2"));
        Assert.Contains(
            "has it happened again? @maya: it happened again as incident 2: The pool was too small again",
            ShownMessages.TextOf(app, await meeting.Incident.OpenOverviewAsync()),
            StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R121")]
    public async Task The_second_of_two_people_sees_the_first_answer_and_can_change_it()
    {
        await using var app = await BotApp.StartAsync();
        var (meeting, question) = await AskedAsync(app);

        await app.OvertakeAsync(
            "post_mortems",
            () => app.Slack.As("maya").ClickAsync(question, "return_not_back"),
            () => app.Slack.As("lena").ClickAsync(question, "return_too_early"));

        Assert.Equal(
            "@lena has already answered: too early to say. If you disagree, change the answer in the message.",
            ShownMessages.LatestEphemeral(app, "maya"));
        await app.Slack.As("maya").SelectAsync(meeting.LastDm("maya", Asks), "return_change", "Hasn't happened again");
        Assert.Equal(
            [RecurrenceVerdict.TooEarly, RecurrenceVerdict.NotBack],
            (await meeting.Incident.ReadAsync()).Reviews.RecurrenceAnswers.Select(answer => answer.Verdict));
    }

    private static async Task<(HeldMeeting Meeting, Message Question)> AskedAsync(BotApp app)
    {
        var meeting = await HeldMeeting.StartAsync(app);
        await app.UntilAsync(5, 15, 9);
        return (meeting, meeting.LastDm("maya", Asks));
    }
}
