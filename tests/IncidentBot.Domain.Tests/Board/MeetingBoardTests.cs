using IncidentBot.Domain.Board;

namespace IncidentBot.Domain.Tests.Board;

public sealed class MeetingBoardTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 9, 14, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Maya = new("U1");
    private static readonly PersonId Ben = new("U2");

    [Fact]
    public void A_meeting_goes_through_every_phase_of_the_agenda_and_ends_from_the_last()
    {
        var board = Standard();
        var seen = new List<string> { board.Phase.Name };
        while (board.Next(board.Step, Start))
        {
            seen.Add(board.Phase.Name);
        }

        Assert.Equal(["Opening", "Open actions", "Timeline", "5 Whys", "Contributing factors", "Actions", "Close"], seen);
        Assert.True(board.Finish(board.Step, Start.AddMinutes(80)));
        Assert.Equal(Start.AddMinutes(80), board.FinishedAt);
    }

    [Fact]
    public void A_phase_that_is_left_out_takes_no_minutes_in_any_agenda()
    {
        var board = MeetingBoard.Open(
            1, AgendaProfiles.Find(AgendaProfiles.Standard)!, Maya, Start, AgendaPhaseKind.OpenActions);

        Assert.Equal((80, 6), (board.Profile.Length.TotalMinutes, board.Profile.Phases.Count));
        Assert.True(board.Next(board.Step, Start));
        Assert.Equal(AgendaPhaseKind.Timeline, board.Phase.Kind);
        board.Follow(AgendaProfiles.Find("review-50")!, Start);
        Assert.Equal((AgendaPhaseKind.CurrentIncident, 40), (board.Phase.Kind, board.Profile.Length.TotalMinutes));
    }

    [Fact]
    public void A_meeting_does_not_end_before_the_last_phase()
    {
        var board = Standard();

        Assert.False(board.Finish(board.Step, Start));
        Assert.Null(board.FinishedAt);
    }

    [Fact]
    public void A_button_on_an_outdated_card_changes_nothing()
    {
        var board = Standard();
        var shown = board.Step;

        Assert.True(board.Next(shown, Start));
        Assert.False(board.Next(shown, Start));
        Assert.False(board.Back(shown, Start));
        Assert.Equal(AgendaPhaseKind.OpenActions, board.CurrentRun.Phase);
    }

    [Fact]
    public void Five_minutes_more_are_added_once_for_each_card_that_was_shown()
    {
        var board = Standard();
        var shown = board.CurrentRun.EndsAt;

        Assert.True(board.Extend(shown, Start));
        Assert.False(board.Extend(shown, Start));
        Assert.Equal(Start.AddMinutes(10), board.CurrentRun.EndsAt);
    }

    [Fact]
    public void After_the_planned_end_five_more_minutes_count_from_now()
    {
        var board = Standard();

        board.Extend(board.CurrentRun.EndsAt, Start.AddMinutes(12));

        Assert.Equal(Start.AddMinutes(17), board.CurrentRun.EndsAt);
    }

    [Theory]
    [InlineData(179, TimerState.Running)]
    [InlineData(180, TimerState.EndingSoon)]
    [InlineData(299, TimerState.EndingSoon)]
    [InlineData(300, TimerState.TimeIsUp)]
    public void The_timer_warns_two_minutes_before_the_end(int seconds, TimerState expected)
    {
        var board = Standard();

        board.Tick(Start.AddSeconds(seconds));

        Assert.Equal(expected, board.CurrentRun.TimerShown);
    }

    [Theory]
    [InlineData(119, TimerState.Running)]
    [InlineData(120, TimerState.TimeIsUp)]
    public void A_phase_of_two_minutes_gives_no_early_warning(int seconds, TimerState expected)
    {
        var board = MeetingBoard.Open(1, AgendaProfiles.Find(AgendaProfiles.Lite)!, Maya, Start);

        board.Tick(Start.AddSeconds(seconds));

        Assert.Equal(expected, board.CurrentRun.TimerShown);
    }

    [Fact]
    public void The_timer_gives_each_warning_once()
    {
        var board = Standard();

        Assert.True(board.Tick(Start.AddMinutes(3)));
        Assert.False(board.Tick(Start.AddMinutes(4)));
        Assert.True(board.Tick(Start.AddMinutes(5)));
        Assert.False(board.Tick(Start.AddMinutes(50)));
    }

    [Fact]
    public void Two_runs_of_a_phase_are_added_up()
    {
        var board = Standard();
        board.Next(board.Step, Start.AddMinutes(4));
        board.Back(board.Step, Start.AddMinutes(6));
        board.Next(board.Step, Start.AddMinutes(9));

        Assert.Equal(TimeSpan.FromMinutes(7), board.Spent(AgendaPhaseKind.Opening, Start.AddMinutes(20)));
        Assert.Equal(TimeSpan.FromMinutes(13), board.Spent(AgendaPhaseKind.OpenActions, Start.AddMinutes(20)));
    }

    [Fact]
    public void A_new_agenda_that_has_the_phase_keeps_the_meeting_in_it()
    {
        var board = Standard();
        board.Next(board.Step, Start);
        board.Next(board.Step, Start);

        board.Follow(AgendaProfiles.Find("classic-60")!, Start.AddMinutes(3));

        Assert.Equal(("Timeline", 2), (board.Phase.Name, board.Step));
    }

    [Fact]
    public void A_new_agenda_without_the_phase_begins_with_the_first_phase_not_visited_yet()
    {
        var board = Standard();
        board.Next(board.Step, Start);

        board.Follow(AgendaProfiles.Find("classic-60")!, Start.AddMinutes(3));

        Assert.Equal("Timeline", board.Phase.Name);
    }

    [Fact]
    public void Someone_who_takes_over_is_present_once()
    {
        var board = Standard();

        board.Join(Ben);
        board.TakeOver(Ben);

        Assert.Equal((Ben, 2), (board.RunBy, board.Present.Count));
    }

    [Fact]
    public void An_ended_meeting_resumes_in_its_last_phase()
    {
        var board = MeetingBoard.Open(1, AgendaProfiles.Find("review-50")!, Maya, Start);
        board.Next(board.Step, Start);
        board.Next(board.Step, Start);
        board.Finish(board.Step, Start.AddMinutes(30));

        board.Resume(Ben, Start.AddMinutes(31));

        Assert.Equal((null, "Patterns", Ben), ((object?)board.FinishedAt, board.Phase.Name, board.RunBy));
    }

    private static MeetingBoard Standard() => MeetingBoard.Open(1, AgendaProfiles.For(Domain.Severities.Severity.Sev1), Maya, Start);
}
