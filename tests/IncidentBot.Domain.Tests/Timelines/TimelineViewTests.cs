using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Severities;
using IncidentBot.Domain.Timelines;

namespace IncidentBot.Domain.Tests.Timelines;

public sealed class TimelineViewTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 3, 12, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Maya = new("U1");

    [Fact]
    public void Facts_milestones_and_entries_stand_in_one_order_and_removed_entries_nowhere()
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

    [Theory]
    [InlineData(659, false)]
    [InlineData(660, true)]
    public void Dates_are_needed_once_the_lines_cross_midnight_where_they_are_read(int minutes, bool needed)
    {
        IReadOnlyList<TimelineLine> lines =
            [new(Now, EntryKind.Note, "first"), new(Now.AddMinutes(minutes), EntryKind.Note, "last")];

        Assert.Equal(needed, TimelineView.NeedsDates(lines, TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm")));
    }

    private static TimelineEntry Entry(string text, DateTimeOffset at) => TimelineEntry.Create(
        Guid.NewGuid(), new NewEntry(1, EntryKind.Event, EntrySource.Shortcut, at, text, "Maya"), at).Value!;
}
