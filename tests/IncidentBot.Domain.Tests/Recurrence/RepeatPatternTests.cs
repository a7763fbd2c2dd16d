using IncidentBot.Domain.Recurrence;

namespace IncidentBot.Domain.Tests.Recurrence;

public sealed class RepeatPatternTests
{
    private static readonly Guid Pool = Guid.NewGuid();
    private static readonly DateTimeOffset Third = new(2026, 3, 3, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [Trait("Requirement", "R125")]
    [Trait("Requirement", "R126")]
    [InlineData(90, 0, RepeatLevel.Structural)]
    [InlineData(90, 1, RepeatLevel.Recurring)]
    [InlineData(180, 0, RepeatLevel.Recurring)]
    [InlineData(180, 1, null)]
    public void Three_within_90_days_are_structural_and_within_180_recurring(int days, int seconds, RepeatLevel? level)
    {
        var first = Third.AddDays(-days).AddSeconds(-seconds);

        var pattern = RepeatPattern.Find([At(1, first), At(2, Third.AddDays(-1)), At(3, Third)], null, Third);

        Assert.Equal(level, pattern?.Level);
        Assert.True(pattern is null or { Third.Number: 3, Incidents.Count: 3 });
    }

    [Fact]
    public void Two_are_no_pattern_and_a_fourth_is_part_of_it()
    {
        ClassedIncident[] four = [At(4, Third), At(1, Third.AddDays(-60)), At(2, Third.AddDays(-50)), At(3, Third.AddDays(-40))];

        Assert.Null(RepeatPattern.Find(four.Take(2), null, Third));
        Assert.Equal([1, 2, 3, 4], RepeatPattern.Find(four, null, Third)!.Incidents.Select(each => each.Number));
    }

    [Fact]
    public void A_structural_pattern_is_found_behind_a_newer_incident()
    {
        ClassedIncident[] incidents =
        [
            At(1, Third.AddDays(-100)), At(2, Third.AddDays(-80)), At(3, Third.AddDays(-60)), At(4, Third.AddDays(31)),
        ];

        var pattern = RepeatPattern.Find(incidents, null, Third.AddDays(30))!;

        Assert.Equal((RepeatLevel.Structural, 3), (pattern.Level, pattern.Third.Number));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void A_pattern_whose_third_incident_is_more_than_90_days_old_is_history(int seconds, bool isFound)
    {
        ClassedIncident[] incidents = [At(1, Third), At(2, Third), At(3, Third)];

        Assert.Equal(isFound, RepeatPattern.Find(incidents, null, Third.AddDays(90).AddSeconds(seconds)) is not null);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public void An_incident_from_before_the_last_decision_opens_nothing(int seconds, bool isFound)
    {
        ClassedIncident[] incidents = [At(1, Third.AddDays(-9)), At(2, Third.AddDays(-8)), At(3, Third)];

        Assert.Equal(isFound, RepeatPattern.Find(incidents, Third.AddSeconds(seconds), Third.AddDays(1)) is not null);
    }

    [Theory]
    [InlineData("2026-03-31T23:59:59Z", "2026-Q1")]
    [InlineData("2026-04-01T00:00:00Z", "2026-Q2")]
    public void The_quarter_is_that_of_the_third_incident(string third, string quarter)
    {
        var at = DateTimeOffset.Parse(third, null);

        Assert.Equal(quarter, RepeatPattern.Find([At(1, at), At(2, at), At(3, at)], null, at)!.Quarter.ToString());
    }

    private static ClassedIncident At(int number, DateTimeOffset at) => new(number, at, [Pool]);
}
