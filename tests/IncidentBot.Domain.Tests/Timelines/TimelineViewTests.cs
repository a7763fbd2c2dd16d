using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Severities;
using IncidentBot.Domain.Timelines;

namespace IncidentBot.Domain.Tests.Timelines;

public sealed class TimelineViewTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 3, 12, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Maya = new("U1");

    [Fact]
    public void Facts_milestones_and_entries_are_sorted_by_time_and_removed_entries_left_out()
    {
        var incident = Incident.Declare(new Declaration("Checkout is down", Severity.Sev2), Maya, Now).Value!;
        incident.ChangeSeverity(Severity.Sev1, Maya, Now.AddMinutes(10));
        incident.SetMilestone(Milestone.FirstSymptom, Now.AddMinutes(-30), Maya, Now.AddMinutes(20));
        var removed = Entry("Not this", Now.AddMinutes(1));
        removed.Remove(true, Maya, Now);

        var lines = TimelineView.Of(incident, [Entry("Rolled back", Now.AddMinutes(5)), removed], _ => "the lead");

        Assert.Equal(
            ["First symptom", "declared by the lead: Checkout is down", "Rolled back", "severity SEV2 → SEV1 by the lead"],
            lines.Select(line => line.Text));
        Assert.Equal([EntryKind.Fact, EntryKind.Fact, EntryKind.Event, EntryKind.Fact], lines.Select(line => line.Kind));
    }

    [Fact]
    [Trait("Requirement", "R48")]
    public void The_timeline_begins_and_ends_with_the_incident()
    {
        var lines = TimelineView.Of(Resolved(), [Entry("Rolled back", Now.AddMinutes(5))], _ => "the lead");

        Assert.Equal("Change went live", lines[0].Text);
        Assert.Equal("Service recovered", lines[^2].Text);
        Assert.Equal("Incident ended", lines[^1].Text);
    }

    [Fact]
    [Trait("Requirement", "R48")]
    public void A_start_that_someone_gave_is_the_first_line()
    {
        var incident = Incident.Declare(
            new Declaration("Checkout is down", Severity.Sev2) { StartedAt = Now.AddMinutes(-20) }, Maya, Now).Value!;

        var line = TimelineView.Of(incident, [], _ => "the lead")[0];

        Assert.Equal((Now.AddMinutes(-20), "Incident started"), (line.At, line.Text));
    }

    [Fact]
    [Trait("Requirement", "R52")]
    public void A_report_runs_from_start_to_end_without_the_bookkeeping_of_the_report()
    {
        var incident = Incident.Declare(
            new Declaration("Checkout was down", Severity.Sev2)
            {
                IsReport = true,
                StartedAt = Now.AddDays(-3),
                EndedAt = Now.AddDays(-2),
                Lead = Maya,
                Sentence = "The pool was too small.",
            },
            Maya,
            Now).Value!;
        incident.Assign(IncidentRole.Scribe, Maya, Maya, Now.AddMinutes(1));

        Assert.Equal(
            ["Incident started", "Service recovered", "Incident ended"],
            TimelineView.Of(incident, [], _ => "the lead").Select(line => line.Text));
    }

    [Fact]
    [Trait("Requirement", "R52")]
    public void What_happened_between_the_end_and_the_resolving_is_not_on_the_timeline()
    {
        var incident = Incident.Declare(new Declaration("Checkout is down", Severity.Sev2), Maya, Now).Value!;
        incident.ChangeSeverity(Severity.Sev1, Maya, Now.AddMinutes(10));
        incident.ChangeSeverity(Severity.Sev3, Maya, Now.AddHours(4));
        Assert.True(incident.Resolve(
            new Resolution(Now.AddMinutes(30), "It is over."), Maya, Now.AddHours(5)).Ok);

        Assert.Equal(
            [
                "declared by the lead: Checkout is down", "severity SEV2 → SEV1 by the lead", "Service recovered",
                "Incident ended",
            ],
            TimelineView.Of(incident, [], _ => "the lead").Select(line => line.Text));
    }

    [Fact]
    public void Only_entries_updates_and_milestones_that_someone_gave_are_contributed()
    {
        var incident = Resolved();
        incident.SetMilestone(Milestone.FirstAlert, Now.AddMinutes(3), Maya, Now.AddHours(1));

        var contributed = TimelineView.Of(incident, [Entry("Rolled back", Now.AddMinutes(5))], _ => "the lead")
            .Where(line => line.IsContributed).Select(line => line.Text);

        Assert.Equal(["Change went live", "First alert", "Rolled back"], contributed);
        Assert.DoesNotContain(
            TimelineView.Of(Incident.Declare(new Declaration("x", Severity.Sev2), Maya, Now).Value!, [], _ => ""),
            line => line.IsContributed);
    }

    [Fact]
    [Trait("Requirement", "R49")]
    public void An_entry_added_later_is_sorted_by_when_it_happened()
    {
        var first = Entry("Rolled back", Now.AddMinutes(20));
        var remembered = Entry("The queue stood still", Now.AddMinutes(7));

        var lines = TimelineView.Of(Resolved(), [first, remembered], _ => "the lead").Where(line => line.Entry is not null);

        Assert.Equal(["The queue stood still", "Rolled back"], lines.Select(line => line.Text));
    }

    [Fact]
    [Trait("Requirement", "R52")]
    public void Changes_after_the_incident_are_not_on_the_timeline()
    {
        var incident = Resolved();

        incident.ChangeSeverity(Severity.Sev1, Maya, Now.AddDays(2));

        Assert.DoesNotContain(TimelineView.Of(incident, [], _ => "the lead"), line => line.At > incident.ResolvedAt);
    }

    [Theory]
    [InlineData(659, false)]
    [InlineData(660, true)]
    public void Dates_are_needed_once_the_lines_cross_midnight_in_the_readers_zone(int minutes, bool needed)
    {
        IReadOnlyList<TimelineLine> lines =
            [new(Now, EntryKind.Note, "first"), new(Now.AddMinutes(minutes), EntryKind.Note, "last")];

        Assert.Equal(needed, TimelineView.NeedsDates(lines, TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm")));
    }

    /// <summary>An incident that lasted half an hour, with a change an hour before it.</summary>
    private static Incident Resolved()
    {
        var incident = Incident.Declare(new Declaration("Checkout is down", Severity.Sev2), Maya, Now).Value!;
        incident.SetMilestone(Milestone.Change, Now.AddHours(-1), Maya, Now);
        Assert.True(
            incident.Resolve(
                new Resolution(Now.AddMinutes(30), "The pool was too small."), Maya, Now.AddMinutes(31)).Ok);
        return incident;
    }

    private static TimelineEntry Entry(string text, DateTimeOffset at) => TimelineEntry.Create(
        Guid.NewGuid(), new NewEntry(1, EntryKind.Event, EntrySource.Shortcut, at, text, "Maya"), at).Value!;
}
