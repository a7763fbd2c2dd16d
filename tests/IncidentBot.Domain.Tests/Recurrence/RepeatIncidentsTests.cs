using IncidentBot.Domain.Recurrence;
using IncidentBot.Domain.Time;

namespace IncidentBot.Domain.Tests.Recurrence;

public sealed class RepeatIncidentsTests
{
    private static readonly Guid Pool = Guid.NewGuid();
    private static readonly Guid Alert = Guid.NewGuid();
    private static readonly DateTimeOffset Now = new(2026, 3, 3, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [Trait("Requirement", "R128")]
    [InlineData("2025-03-03T08:59:59Z", false)]
    [InlineData("2025-03-03T09:00:00Z", true)]
    [InlineData("2025-03-03T09:00:01Z", true)]
    [InlineData("2026-03-03T09:00:00Z", true)]
    public void A_class_is_known_for_as_long_as_the_look_back(string seen, bool isRepeat)
    {
        var before = new Dictionary<Guid, DateTimeOffset> { [Pool] = DateTimeOffset.Parse(seen, null) };

        var repeats = RepeatIncidents.Among([new(7, Now, [Pool])], before, lookBackMonths: 12);

        Assert.Equal(isRepeat ? [7] : [], repeats.Select(repeat => repeat.Incident.Number));
    }

    [Fact]
    public void An_incident_counts_once_and_is_a_repeat_if_one_of_its_classes_was_known()
    {
        ClassedIncident[] incidents =
        [
            new(3, Now.AddDays(2), [Pool]), new(1, Now, [Pool]), new(2, Now.AddDays(1), [Pool, Alert]), new(4, Now.AddDays(3), [Alert]),
        ];

        var repeats = RepeatIncidents.Among(incidents, new Dictionary<Guid, DateTimeOffset>(), 12);

        Assert.Equal([2, 3, 4], repeats.Select(repeat => repeat.Incident.Number));
        Assert.Equal([Pool], repeats[0].Known);
    }

    [Fact]
    public void Of_two_that_start_together_the_second_number_is_the_repeat()
    {
        ClassedIncident[] incidents = [new(9, Now, [Pool]), new(8, Now, [Pool])];

        var repeats = RepeatIncidents.Among(incidents, new Dictionary<Guid, DateTimeOffset>(), 12);

        Assert.Equal([9], repeats.Select(repeat => repeat.Incident.Number));
    }

    [Fact]
    public void A_repeat_may_be_known_from_within_the_period_after_a_long_silence()
    {
        var before = new Dictionary<Guid, DateTimeOffset> { [Pool] = Now.AddMonths(-20) };

        var repeats = RepeatIncidents.Among([new(1, Now, [Pool]), new(2, Now.AddDays(9), [Pool])], before, 12);

        Assert.Equal([2], repeats.Select(repeat => repeat.Incident.Number));
    }

    [Theory]
    [InlineData(2, 4, null)]
    [InlineData(2, 5, 40)]
    [InlineData(5, 18, 28)]
    [InlineData(1, 8, 13)]
    [InlineData(0, 5, 0)]
    [InlineData(5, 5, 100)]
    public void Fewer_than_five_have_no_percentage(int part, int whole, int? percent) =>
        Assert.Equal(percent, new Share(part, whole).Percent);

    [Theory]
    [InlineData(2026, 1, "2026-01-05")]
    [InlineData(2026, 2, "2026-04-13")]
    [InlineData(2026, 3, "2026-07-06")]
    [InlineData(2024, 2, "2024-04-01")]
    public void A_quarter_is_planned_on_its_first_working_monday(int year, int number, string monday)
    {
        var calendar = new WorkCalendar([new DateOnly(2026, 4, 6)]);

        Assert.Equal(DateOnly.Parse(monday, null), new Quarter(year, number).FirstMonday(calendar));
    }

    [Theory]
    [InlineData("2025-12-31T23:59:59Z", "2025-Q4")]
    [InlineData("2026-01-01T00:00:00Z", "2026-Q1")]
    [InlineData("2026-03-31T23:59:59Z", "2026-Q1")]
    [InlineData("2026-04-01T00:00:00Z", "2026-Q2")]
    [InlineData("2026-04-01T01:59:59+02:00", "2026-Q1")]
    public void A_quarter_begins_at_midnight_utc(string instant, string quarter)
    {
        var found = Quarter.Of(DateTimeOffset.Parse(instant, null));

        Assert.Equal(quarter, found.ToString());
        Assert.True(found.Start <= DateTimeOffset.Parse(instant, null) && DateTimeOffset.Parse(instant, null) < found.End);
        Assert.Equal(found.Start, found.Previous.End);
    }
}
