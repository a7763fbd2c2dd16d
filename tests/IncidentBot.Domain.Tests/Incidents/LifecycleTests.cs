using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Severities;
using static IncidentBot.Domain.Tests.Incidents.Examples;

namespace IncidentBot.Domain.Tests.Incidents;

public sealed class LifecycleTests
{
    [Fact]
    public void Identified_and_mitigated_mark_their_milestones_once()
    {
        var incident = Open();

        incident.ChangeStatus(IncidentStatus.Identified, Ada, Now.AddMinutes(5));
        incident.ChangeStatus(IncidentStatus.Mitigated, Ada, Now.AddMinutes(9));
        incident.ChangeStatus(IncidentStatus.Identified, Ada, Now.AddMinutes(12));

        Assert.Equal(Now.AddMinutes(5), incident.ReachedAt(Milestone.CauseIdentified));
        Assert.Equal(Now.AddMinutes(9), incident.ReachedAt(Milestone.Mitigated));
    }

    [Fact]
    public void Setting_the_current_status_again_changes_nothing()
    {
        var incident = Open();

        var result = incident.ChangeStatus(IncidentStatus.Investigating, Ada, Now);

        Assert.True(result.Ok);
        Assert.Equal(1, incident.Version);
    }

    [Fact]
    public void Resolving_and_cancelling_need_more_than_a_status()
    {
        Refused(Open().ChangeStatus(IncidentStatus.Resolved, Ada, Now), "Use `resolve` instead.", "status");
        Refused(Open().ChangeStatus(IncidentStatus.Cancelled, Ada, Now), "Use `cancel REASON` instead.", "status");
    }

    [Fact]
    public void A_closed_incident_says_how_to_reopen_it()
    {
        var cancelled = Open();
        cancelled.Cancel("false alarm", Ada, Now);

        Refused(
            Resolved().ChangeStatus(IncidentStatus.Mitigated, Ada, Now),
            "Incident 12 is already resolved. To reopen it, use `reopen REASON`.");
        Refused(Resolved().Resolve(new(Now, "x"), Ada, Now), "Incident 12 is already resolved.");
        Refused(Resolved().PostUpdate("x", Ada, Now), "use `reopen REASON`");
        Refused(cancelled.ChangeSeverity(Severity.Sev2, Ada, Now), "Incident 12 is cancelled.");
        Refused(cancelled.Cancel("again", Ada, Now), "Incident 12 is cancelled.");
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(60, true)]
    [InlineData(61, true)]
    [InlineData(62, false)]
    public void It_ends_between_its_start_and_now(int minutes, bool accepted)
    {
        var result = Open().Resolve(new(Now.AddMinutes(minutes), "x"), Ada, Now.AddMinutes(60));

        Assert.Equal(accepted, result.Ok);
        Assert.Equal(accepted ? null : "ended_at", result.Refusal?.Field);
    }

    [Fact]
    public void An_end_in_the_minute_of_the_start_is_the_start_because_pickers_know_whole_minutes()
    {
        var incident = Incident.Declare(new("Checkout is down", Severity.Sev1), Ada, Now.AddSeconds(50)).Value!;

        var result = incident.Resolve(new(Now, "x"), Ada, Now.AddMinutes(5));

        Assert.True(result.Ok);
        Assert.Equal(TimeSpan.Zero, incident.Duration);
    }

    [Fact]
    public void A_refused_resolution_changes_nothing()
    {
        var incident = Open();
        var tooLong = new string('x', Incident.SentenceLimit + 1);

        Refused(incident.Resolve(new(Now.AddHours(1)), Ada, Now), "future", "ended_at");
        Refused(incident.Resolve(new(Now, tooLong), Ada, Now), "501", "sentence");
        Assert.Equal(1, incident.Version);
        Assert.Empty(incident.Milestones);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Resolving_needs_no_sentence_and_keeps_what_was_ticked_before(string? sentence)
    {
        var incident = Open();
        incident.ChangeTriggers(PostMortemTriggers.HappenedBefore, Ada, Now);

        Assert.True(incident.Resolve(new(Now, sentence), Ada, Now).Ok);

        Assert.Equal((IncidentStatus.Resolved, null), (incident.Status, incident.Resolution));
        Assert.Equal(PostMortemTriggers.HappenedBefore, incident.Triggers);
    }

    [Fact]
    public void Resolving_freezes_the_duration_and_starts_the_clock()
    {
        var incident = Resolved();

        Assert.Equal(TimeSpan.FromHours(1), incident.Duration);
        Assert.Equal(Now.AddHours(2), incident.ResolvedAt);
        Assert.Equal(Now.AddHours(2 + 48), DueOf(incident));
        Assert.Equal(Now.AddHours(1), incident.ReachedAt(Milestone.Recovered));
        Assert.Equal(Now.AddHours(2), incident.ReachedAt(Milestone.AllClear));
        Assert.Null(incident.NextUpdateDue);
        Assert.Null(incident.LeadlessSince);
    }

    [Fact]
    public void Only_a_corrected_start_or_end_changes_the_duration()
    {
        var incident = Resolved();

        incident.Rename("Another title", Ben, Now.AddDays(9));
        incident.SetMilestone(Milestone.Recovered, Now.AddDays(1), Ben, Now.AddDays(9));
        incident.ChangeSeverity(Severity.Sev2, Ben, Now.AddDays(9));
        Assert.Equal(TimeSpan.FromHours(1), incident.Duration);

        incident.ChangeTimes(Now.AddHours(-1), null, Ben, Now.AddDays(9));
        Assert.Equal(TimeSpan.FromHours(2), incident.Duration);
        Assert.Equal(Now.AddHours(2), incident.ResolvedAt);
    }

    [Theory]
    [InlineData(61, null, "started_at")]
    [InlineData(60, null, null)]
    [InlineData(null, -1, "ended_at")]
    [InlineData(null, 0, null)]
    [InlineData(90, 100, null)]
    [InlineData(100, 90, "ended_at")]
    [InlineData(null, 122, "ended_at")]
    public void Start_and_end_move_together_and_stay_in_order(int? start, int? end, string? refused)
    {
        var incident = Resolved();

        var result = incident.ChangeTimes(Minutes(start), Minutes(end), Ben, Now.AddHours(2));

        Assert.Equal(refused, result.Refusal?.Field);
        Assert.Equal(refused is null, incident.History.Any(change => change.Fact is ChangedFact.Start or ChangedFact.End)
            || Minutes(end) == incident.EndedAt);
    }

    private static DateTimeOffset? Minutes(int? after) => after is { } minutes ? Now.AddMinutes(minutes) : null;

    [Fact]
    public void The_recovery_follows_a_corrected_end_until_someone_gives_its_own_time()
    {
        var incident = Resolved();

        incident.ChangeTimes(null, Now.AddMinutes(30), Ben, Now.AddHours(2));
        Assert.Equal(Now.AddMinutes(30), incident.ReachedAt(Milestone.Recovered));

        incident.SetMilestone(Milestone.Recovered, Now.AddMinutes(20), Ben, Now.AddHours(2));
        incident.ChangeTimes(null, Now.AddMinutes(40), Ben, Now.AddHours(2));
        Assert.Equal(Now.AddMinutes(20), incident.ReachedAt(Milestone.Recovered));
    }

    [Fact]
    public void An_open_incident_has_no_end_to_correct() =>
        Assert.Equal("ended_at", Declared(new("x", Severity.Sev1)).ChangeTimes(null, Now, Ben, Now).Refusal?.Field);

    [Fact]
    public void A_change_of_severity_moves_the_deadline()
    {
        var incident = Resolved();

        incident.ChangeSeverity(Severity.Sev2, Ben, Now.AddHours(3));

        Assert.Equal(Now.AddHours(2).AddDays(7), DueOf(incident));
    }

    [Fact]
    public void Reopening_keeps_the_record_and_the_next_resolve_starts_a_new_clock()
    {
        var incident = Resolved();

        var reopened = incident.Reopen("It is back", Ben, Now.AddHours(5));
        incident.Resolve(new(Now.AddHours(6), "It was the pool after all."), Ben, Now.AddHours(7));

        Assert.True(reopened.Ok);
        var before = Assert.Single(incident.Reopenings);
        Assert.Equal(
            ("It is back", Now.AddHours(2), TimeSpan.FromHours(1)), (before.Reason, before.ResolvedAtBefore, before.DurationBefore));
        Assert.Equal(TimeSpan.FromHours(6), incident.Duration);
        Assert.Equal(Now.AddHours(7 + 48), DueOf(incident));
    }

    [Fact]
    public void Only_a_closed_incident_can_be_reopened_and_only_with_a_reason()
    {
        var report = Declared(new("x", Severity.Sev3) { IsReport = true });

        Refused(Open().Reopen("x", Ada, Now), "already open");
        Refused(report.Reopen("x", Ada, Now), "is the record of a past incident");
        Refused(Resolved().Reopen(" ", Ada, Now), "missing", "reason");
    }

    [Fact]
    public void A_cancelled_incident_needs_no_post_mortem()
    {
        var incident = Open();

        incident.Cancel("false alarm", Ada, Now);

        Assert.Equal(("false alarm", IncidentStatus.Cancelled), (incident.CancelReason, incident.Status));
        Assert.Null(incident.PostMortemNeed);
        Assert.Null(DueOf(incident));
        Assert.Null(incident.NextUpdateDue);
    }

    [Fact]
    public void A_mistaken_report_can_be_cancelled_but_a_resolved_incident_is_reopened_first()
    {
        var report = Declared(new("x", Severity.Sev1) { IsReport = true });

        Assert.True(report.Cancel("not ours", Ada, Now).Ok);
        Assert.Null(DueOf(report));
        Refused(Resolved().Cancel("not ours", Ada, Now), "use `reopen REASON`");
    }

    [Fact]
    public void Marking_an_incident_as_a_duplicate_cancels_it_once()
    {
        var incident = Open();

        Assert.True(incident.MarkDuplicateOf(7, Ada, Now).Ok);
        Assert.True(incident.MarkDuplicateOf(7, Ben, Now).Ok);

        Assert.Equal((7, IncidentStatus.Cancelled, 2), (incident.DuplicateOf, incident.Status, incident.Version));
    }

    [Theory]
    [InlineData(12)]
    [InlineData(0)]
    [InlineData(-7)]
    public void A_duplicate_is_of_another_incident(int number) =>
        Refused(Open().MarkDuplicateOf(number, Ada, Now), "another incident", "number");
}
