using IncidentBot.Domain.ActionItems;

namespace IncidentBot.Domain.Tests.ActionItems;

public sealed class SprintsTests
{
    [Theory]
    [InlineData("2026-03-02", "2026-03-27")]
    [InlineData("2026-03-15", "2026-03-27")]
    [InlineData("2026-03-16", "2026-04-10")]
    [InlineData("2026-03-01", "2026-03-13")]
    [InlineData("2026-02-15", "2026-02-27")]
    [Trait("Requirement", "R67")]
    public void The_end_of_the_next_sprint_is_its_last_working_day(string today, string expected) =>
        Assert.Equal(Day(expected), new Sprints(new DateOnly(2026, 3, 2), 14).EndOfNext(Day(today)));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
