using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timelines;

namespace IncidentBot.Domain.Tests.Timelines;

public sealed class GapsTests
{
    private static readonly DateTimeOffset Deploy = new(2026, 11, 17, 16, 47, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Reconciliation = new(2026, 11, 18, 5, 30, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset FirstEmail = new(2026, 11, 18, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Fix = new(2026, 11, 18, 11, 14, 0, TimeSpan.Zero);

    [Fact]
    public void The_worked_example_lasted_18_hours_and_27_minutes()
    {
        var gaps = WorkedExample();

        Assert.Equal("18 h 27 min", IncidentDuration.Format(gaps.Between(Milestone.Change, Milestone.FixDeployed)!.Value));
        Assert.Equal(gaps.Whole, gaps.Between(Milestone.Change, Milestone.FixDeployed));
        Assert.Equal(
            ["change → symptom 12 h 43 min", "symptom → detection 3 h 30 min", "detection → fix 2 h 14 min"],
            gaps.All.Select(gap => $"{gap.Label} {IncidentDuration.Format(gap.Duration)}"));
        Assert.Equal("change → symptom", gaps.Longest?.Label);
    }

    [Fact]
    public void A_gap_in_which_people_worked_is_not_the_one_to_discuss()
    {
        var gaps = WorkedExample(Worked(Milestone.Change, Milestone.FirstSymptom));

        Assert.True(gaps.All[0].Worked);
        Assert.Equal("symptom → detection", gaps.Longest?.Label);
    }

    [Fact]
    public void A_missed_signal_is_a_symptom_but_not_detection()
    {
        var gaps = Gaps.Of([Mark(Milestone.Change, Deploy)], [Signal(Reconciliation, SignalState.Missed)], []);

        Assert.Equal([(Milestone.Change, Milestone.FirstSymptom)], gaps.All.Select(gap => (gap.From, gap.To)));
    }

    [Fact]
    public void One_signal_is_detection_only_and_the_symptom_is_unknown()
    {
        var gaps = Gaps.Of([Mark(Milestone.FixDeployed, Fix)], [Signal(FirstEmail, SignalState.Noticed)], []);

        Assert.Equal("detection → fix", Assert.Single(gaps.All).Label);
        Assert.Equal("symptom, recovery", gaps.Unknown);
    }

    [Fact]
    public void The_start_that_someone_gave_counts_where_no_symptom_is_known()
    {
        var gaps = Gaps.Of([Mark(Milestone.Recovered, Fix)], [Signal(FirstEmail, SignalState.Fired)], [], Reconciliation);

        Assert.Equal(
            ["start → detection 3 h 30 min", "detection → recovery 2 h 14 min"],
            gaps.All.Select(gap => $"{gap.Label} {IncidentDuration.Format(gap.Duration)}"));
        Assert.Empty(gaps.Unknown);
    }

    [Fact]
    public void Two_milestones_at_the_same_moment_have_no_gap_between_them()
    {
        var gaps = Gaps.Of(
            [Mark(Milestone.FirstAlert, Deploy), Mark(Milestone.Acknowledged, Deploy), Mark(Milestone.Recovered, Fix)], [], []);

        Assert.Equal("acknowledgement → recovery", Assert.Single(gaps.All).Label);
    }

    [Fact]
    public void A_milestone_takes_precedence_over_signals()
    {
        var gaps = Gaps.Of(
            [Mark(Milestone.FirstSymptom, Deploy), Mark(Milestone.FirstAlert, Fix)],
            [Signal(FirstEmail, SignalState.Noticed)],
            []);

        var gap = Assert.Single(gaps.All);
        Assert.Equal((Deploy, Fix, 1), (gap.Start, gap.End, gap.EntriesInside));
    }

    [Fact]
    public void Removed_entries_and_signals_from_before_the_change_do_not_count()
    {
        var removed = Signal(FirstEmail, SignalState.Fired);
        removed.Remove(true, new PersonId("U0ADA"), Fix);

        var gaps = Gaps.Of([Mark(Milestone.Change, Deploy)], [removed, Signal(Deploy.AddHours(-1), SignalState.Fired)], []);

        Assert.Empty(gaps.All);
    }

    [Fact]
    public void No_gap_is_negative_when_the_cause_is_found_after_recovery()
    {
        var gaps = Gaps.Of([Mark(Milestone.CauseIdentified, Fix.AddDays(1)), Mark(Milestone.Recovered, Fix)], [], []);

        Assert.Equal("recovery → cause", Assert.Single(gaps.All).Label);
        Assert.All(gaps.All, gap => Assert.True(gap.Duration >= TimeSpan.Zero));
    }

    [Fact]
    public void The_all_clear_ends_no_gap_and_a_single_milestone_makes_none()
    {
        var gaps = Gaps.Of([Mark(Milestone.Recovered, Fix), Mark(Milestone.AllClear, Fix.AddDays(1))], [], []);

        Assert.Empty(gaps.All);
        Assert.Null(gaps.Longest);
        Assert.Equal(TimeSpan.Zero, gaps.Whole);
        Assert.Null(gaps.Between(Milestone.Change, Milestone.FixDeployed));
    }

    private static Gaps WorkedExample(params WorkedGap[] worked) => Gaps.Of(
        [Mark(Milestone.FixDeployed, Fix), Mark(Milestone.Change, Deploy)],
        [Signal(FirstEmail, SignalState.Noticed), Signal(Reconciliation, SignalState.Missed)],
        worked);

    private static MilestoneMark Mark(Milestone milestone, DateTimeOffset at) => new() { Milestone = milestone, At = at };

    private static WorkedGap Worked(Milestone from, Milestone to) =>
        new() { From = from, To = to, By = new PersonId("U0ADA"), At = Fix };

    private static TimelineEntry Signal(DateTimeOffset at, SignalState state) => TimelineEntry.Create(
        Guid.Empty,
        new(12, EntryKind.Signal, EntrySource.Command, at, "signal", "Ada") { SignalState = state },
        Fix.AddDays(2)).Value!;
}
