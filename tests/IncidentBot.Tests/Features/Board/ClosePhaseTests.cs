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

        await meeting.PressAsync("action_accept", "ben");

        Assert.Contains(":white_check_mark: @ben: Add a contract test", meeting.Text, StringComparison.Ordinal);
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
            [new FollowUp(FollowUpKind.Effectiveness, new(2026, 4, 10)), new FollowUp(FollowUpKind.Impact, new(2026, 5, 15))],
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
