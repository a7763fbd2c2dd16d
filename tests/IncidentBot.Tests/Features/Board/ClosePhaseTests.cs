using IncidentBot.Domain.Board;
using IncidentBot.Domain.FollowUps;
using IncidentBot.Tests.Features.Lifecycle;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.Board;

/// <summary>Does every owner accept?</summary>
public sealed class ClosePhaseTests
{
    [Fact]
    [Trait("Engine", "both")]
    [Trait("Requirement", "R69")]
    public async Task Actions_and_owners_are_read_back_and_the_owner_accepts_in_the_meeting()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await RunningMeeting.StartAsync(app, "lite-30");
        await meeting.Incident.AddActionAsync("ben", "Add a contract test");
        await meeting.GoToAsync("Close");
        Assert.Contains(":white_small_square: @ben: Add a contract test", meeting.Text, StringComparison.Ordinal);
        Assert.Contains("Structural gap\n_None is written down yet._", meeting.Text, StringComparison.Ordinal);

        await meeting.PressAsync("action_accept", "ben");

        Assert.Contains(":white_check_mark: @ben: Add a contract test", meeting.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "R76")]
    [Trait("Requirement", "R77")]
    public async Task Learnings_are_asked_for_before_the_actions_and_read_out_with_the_gap_at_the_end()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await RunningMeeting.StartAsync(app);
        await meeting.GoToAsync("5 Whys");
        await meeting.WriteAsync("post_mortem_section_open", ("symptom", "Payments failed"), ("gap", "No contract test covers the API"));
        await meeting.GoToAsync("Contributing factors");
        Assert.Contains("What do we take away?", meeting.Text, StringComparison.Ordinal);

        await app.Slack.As("ben").ClickAsync(meeting.Board, "post_mortem_section_open", "1:went_well");
        await SubmitAsync(app, "ben", ("went_well", "The rollback took two minutes"));
        await app.Slack.As("aiko").ClickAsync(meeting.Board, "post_mortem_section_open", "1:could_be_better");
        await SubmitAsync(app, "aiko", ("could_be_better", "No alert on an empty queue"));
        await app.Slack.As("aiko").ClickAsync(meeting.Board, "post_mortem_item_new", "1:learning");
        await SubmitAsync(app, "aiko", ("text", "Silence is a signal"));
        Assert.Contains("What went well\n• The rollback took two minutes", meeting.Text, StringComparison.Ordinal);
        Assert.Contains("What could be better\n• No alert on an empty queue", meeting.Text, StringComparison.Ordinal);
        await meeting.GoToAsync("Close");

        Assert.Contains("Structural gap\n:dart: No contract test covers the API", meeting.Text, StringComparison.Ordinal);
        Assert.Contains("Learnings\n• Silence is a signal", meeting.Text, StringComparison.Ordinal);
    }

    private static async Task SubmitAsync(BotApp app, string person, params (string Field, string Value)[] values)
    {
        var actor = app.Slack.As(person);
        await actor.SubmitAsync(await actor.FillAsync(app.Slack.OpenView(person)!, values));
        await app.SettleAsync();
    }

    [Fact]
    [Trait("Requirement", "R77")]
    [Trait("Requirement", "R140")]
    public async Task The_days_of_the_follow_up_reviews_are_filled_in_and_can_be_changed()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await RunningMeeting.StartAsync(app, "lite-30");
        await meeting.GoToAsync("Close");

        Assert.Contains(
            "Follow-up reviews\nThu 2 Apr 2026: did the actions work?\nFri 15 May 2026: has it happened again?",
            meeting.Text,
            StringComparison.Ordinal);
        await meeting.WriteAsync("room_follow_ups_open", ("effectiveness", "2026-04-10"));

        Assert.Contains("Fri 10 Apr 2026: did the actions work?", meeting.Text, StringComparison.Ordinal);
        await meeting.PressAsync("room_finish");
        Assert.Equal(
            [new FollowUp(FollowUpKind.Effectiveness, new(2026, 4, 10)), new FollowUp(FollowUpKind.RecurrenceCheck, new(2026, 5, 15))],
            (await meeting.Incident.ReadAsync()).Reviews.FollowUps);
    }

    [Fact]
    [Trait("Requirement", "R33")]
    [Trait("Requirement", "R82")]
    public async Task The_participants_are_thanked_for_their_openness()
    {
        await using var app = await BotApp.StartAsync();
        var meeting = await RunningMeeting.StartAsync(app, "lite-30");
        await meeting.GoToAsync("Close");

        Assert.Contains(
            PhaseGuide.Thanks,
            meeting.Text,
            StringComparison.Ordinal);
        await AskForFeedbackAsync(app, meeting);
    }

    /// <summary>After the meeting: two taps, of which only totals are shown.</summary>
    private static async Task AskForFeedbackAsync(BotApp app, RunningMeeting meeting)
    {
        await meeting.PressAsync("room_finish");
        foreach (var person in (string[])["maya", "ben", "lena", "aiko"])
        {
            await app.Slack.As(person).ClickAsync(meeting.Board, "meeting_worth_it");
        }

        await app.Slack.As("maya").ClickAsync(meeting.Board, "meeting_safe");
        var before = ShownMessages.TextOf(app, await meeting.Incident.OpenOverviewAsync("ben"));
        await app.Slack.As("tom").ClickAsync(meeting.Board, "meeting_worth_it");
        await app.Slack.As("tom").ClickAsync(meeting.Board, "meeting_not_worth_it");
        var after = ShownMessages.TextOf(app, await meeting.Incident.OpenOverviewAsync("ben"));

        Assert.Contains("Only totals of 5 or more", ShownMessages.LatestEphemeral(app, "tom"), StringComparison.Ordinal);
        Assert.DoesNotContain("worth their time", before, StringComparison.Ordinal);
        Assert.Contains("4 of 5 found the meeting worth their time", after, StringComparison.Ordinal);
        Assert.DoesNotContain("safe to speak", after, StringComparison.Ordinal);
    }
}
