using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timelines;

namespace IncidentBot.Domain.Tests.Timelines;

public sealed class TimelineSmellsTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 9, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, "Only 0 entries from people. What was seen, tried and decided in between?")]
    [InlineData(1, "Only 1 entry from people. What was seen, tried and decided in between?")]
    [InlineData(3, "Only 3 entries from people. What was seen, tried and decided in between?")]
    [InlineData(4, null)]
    [Trait("Requirement", "R132")]
    public void Fewer_than_four_entries_are_a_smell(int entries, string? expected) =>
        Assert.Equal(expected, TimelineSmells.Of(entries, Gaps.Of([], [], [])).SingleOrDefault());

    [Theory]
    [InlineData(120, 61, true)]
    [InlineData(120, 60, false)]
    [Trait("Requirement", "R132")]
    public void A_gap_without_entries_over_half_of_the_incident_is_a_smell(int whole, int silence, bool expected)
    {
        MilestoneMark[] marks = [Mark(Milestone.Change, 0), Mark(Milestone.FirstSymptom, silence), Mark(Milestone.FixDeployed, whole)];

        Assert.Equal(
            expected ? "No entries for change → symptom, more than half of the incident. What happened then?" : null,
            TimelineSmells.Of(4, Gaps.Of(marks, [], [])).FirstOrDefault(smell => smell.Contains("change", StringComparison.Ordinal)));
    }

    private static MilestoneMark Mark(Milestone milestone, int minutes) =>
        new() { Milestone = milestone, At = Start.AddMinutes(minutes) };
}
