using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Severities;
using static IncidentBot.Domain.Tests.Incidents.Examples;

namespace IncidentBot.Domain.Tests.Incidents;

public sealed class MilestoneTests
{
    [Fact]
    public void Setting_moving_and_clearing_a_milestone_is_recorded()
    {
        var incident = Open();

        incident.SetMilestone(Milestone.FirstAlert, Now.AddHours(-1), Ada, Now);
        incident.SetMilestone(Milestone.FirstAlert, Now.AddHours(-2), Ada, Now);
        incident.ClearMilestone(Milestone.FirstAlert, Ada, Now);
        incident.ClearMilestone(Milestone.FirstAlert, Ada, Now);

        Assert.Empty(incident.Milestones);
        Assert.Equal(
            [
                "first alert 2026-11-19 09:00 UTC by x",
                "first alert 2026-11-19 09:00 UTC → 2026-11-19 08:00 UTC by x",
                "first alert 2026-11-19 08:00 UTC → none by x",
            ],
            incident.History.Skip(1).Select(change => ChangeSentence.For(change, _ => "x")));
    }

    [Theory]
    [InlineData(-60, -50, null, null, 10)]
    [InlineData(-60, null, -40, null, 20)]
    [InlineData(-60, -50, -40, null, 10)]
    [InlineData(-60, -60, null, null, 0)]
    [InlineData(-60, -61, null, null, null)]
    [InlineData(-60, null, null, null, null)]
    [InlineData(null, -50, null, null, null)]
    [InlineData(null, -50, null, -70, 20)]
    [InlineData(-60, -50, null, -70, 10)]
    public void The_time_to_a_milestone_runs_from_the_first_symptom_or_from_the_entered_start(
        int? symptom, int? recovered, int? allClear, int? started, int? minutes)
    {
        var incident = Declared(new("x", Severity.Sev1) { StartedAt = started is { } start ? Now.AddMinutes(start) : null });
        foreach (var (milestone, at) in new[]
            { (Milestone.FirstSymptom, symptom), (Milestone.Recovered, recovered), (Milestone.AllClear, allClear) })
        {
            if (at is { } moment)
            {
                incident.SetMilestone(milestone, Now.AddMinutes(moment), Ada, Now);
            }
        }

        Assert.Equal(minutes, (int?)incident.TimeTo(Milestone.Recovered, Milestone.AllClear)?.TotalMinutes);
    }

    [Fact]
    public void A_milestone_in_the_future_is_refused() =>
        Refused(Open().SetMilestone(Milestone.Change, Now.AddMinutes(2), Ada, Now), "future", "Change");

    [Fact]
    public void After_resolving_known_and_unknown_milestones_are_asked_for_that_make_sense()
    {
        var incident = Open();
        incident.ChangeStatus(IncidentStatus.Mitigated, Ada, Now);
        var external = Declared(new("x", Severity.Sev1) { Type = IncidentType.External });
        var nearMiss = Declared(new("x", Severity.Sev4) { Kind = IncidentKind.NearMiss });
        var drill = Declared(new("x", Severity.Sev1) { IsDrill = true });

        Assert.Equal(
            [
                Milestone.Change, Milestone.FirstSymptom, Milestone.FirstAlert, Milestone.Acknowledged, Milestone.CauseIdentified,
                Milestone.Mitigated, Milestone.FixDeployed,
            ],
            MilestonePolicy.AskedAfterResolve(incident));
        Assert.DoesNotContain(Milestone.Change, MilestonePolicy.AskedAfterResolve(external));
        Assert.DoesNotContain(Milestone.Mitigated, MilestonePolicy.AskedAfterResolve(nearMiss));
        Assert.Empty(MilestonePolicy.AskedAfterResolve(drill));
    }

    [Fact]
    public void Milestones_in_order_give_no_warning() => Assert.Empty(MilestonePolicy.Warnings(At(
        (Milestone.Change, 0), (Milestone.FirstAlert, 10), (Milestone.Mitigated, 20), (Milestone.CauseIdentified, 90),
        (Milestone.FixDeployed, 25), (Milestone.Recovered, 30), (Milestone.AllClear, 30))));

    [Fact]
    public void A_milestone_out_of_order_is_warned_about_once() => Assert.Equal(
        ["First alert (2026-11-19 10:05 UTC) comes before Change went live (2026-11-19 10:10 UTC)."],
        MilestonePolicy.Warnings(At((Milestone.Change, 10), (Milestone.FirstAlert, 5), (Milestone.Recovered, 30))));

    private static Dictionary<Milestone, DateTimeOffset> At(params (Milestone Milestone, int Minutes)[] marks) =>
        marks.ToDictionary(mark => mark.Milestone, mark => Now.AddMinutes(mark.Minutes));
}
