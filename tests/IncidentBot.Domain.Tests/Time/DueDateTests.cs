using System.Globalization;
using IncidentBot.Domain.Time;

namespace IncidentBot.Domain.Tests.Time;

public sealed class DueDateTests
{
    // Thursday noon in UTC; in Auckland it is Friday already.
    private static readonly DateTimeOffset Now = new(2026, 11, 19, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-12-01", "2026-12-01")]
    [InlineData("by 2026-12-01", "2026-12-01")]
    [InlineData("today", "2026-11-19")]
    [InlineData("2026-11-19", "2026-11-19")]
    [InlineData("Tomorrow", "2026-11-20")]
    [InlineData("friday", "2026-11-20")]
    [InlineData("by FRI", "2026-11-20")]
    [InlineData("wednesday", "2026-11-25")]
    [InlineData("thursday", "2026-11-26")]
    [InlineData("next friday", "2026-11-27")]
    [InlineData("next thursday", "2026-11-26")]
    [InlineData("next monday", "2026-11-23")]
    [InlineData("next sunday", "2026-11-29")]
    [InlineData("in 5 days", "2026-11-24")]
    [InlineData("in 1 day", "2026-11-20")]
    [InlineData("in 2 weeks", "2026-12-03")]
    [InlineData("12 dec", "2026-12-12")]
    [InlineData("12 December", "2026-12-12")]
    [InlineData("dec 12", "2026-12-12")]
    [InlineData("18 nov", "2027-11-18")]
    [InlineData("19 nov", "2026-11-19")]
    [InlineData("12 dec 2027", "2027-12-12")]
    public void A_day_to_come_is_read_as_people_type_it(string typed, string expected) =>
        Assert.Equal(Date(expected), DueDate.Parse(typed, Now, TimeZoneInfo.Utc).Value);

    [Fact]
    public void Today_is_where_the_owner_is()
    {
        var auckland = Zones.Find("Pacific/Auckland");

        Assert.Equal(Date("2026-11-21"), DueDate.Parse("tomorrow", Now, auckland).Value);
        Assert.False(DueDate.Parse("2026-11-19", Now, auckland).Ok);
    }

    [Theory]
    [InlineData("2026-11-18")]
    [InlineData("1 jan 2026")]
    public void A_day_that_has_passed_is_refused(string typed)
    {
        var refusal = DueDate.Parse(typed, Now, TimeZoneInfo.Utc).Refusal;

        Assert.Equal("due", refusal?.Field);
        Assert.Contains("in the past", refusal?.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("next sprint")]
    [InlineData("soon")]
    [InlineData("31 nov")]
    [InlineData("2026-02-30")]
    [InlineData("in 1000 days")]
    [InlineData("fr")]
    [InlineData("next")]
    public void What_is_no_day_is_answered_with_the_forms(string? typed)
    {
        var refusal = DueDate.Parse(typed, Now, TimeZoneInfo.Utc).Refusal;

        Assert.Equal("due", refusal?.Field);
        Assert.Contains("next friday", refusal?.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("29 feb", "2026-11-19", "2027")]
    [InlineData("by February 29", "2026-11-19", "2027")]
    [InlineData("feb 29", "2026-02-28", "2026")]
    [InlineData("29 feb", "2026-03-01", "2027")]
    [InlineData("29 feb", "2028-03-01", "2029")]
    [InlineData("29 feb 2030", "2026-11-19", "2030")]
    [InlineData("2027-02-29", "2026-11-19", "2027")]
    public void A_leap_day_in_a_year_without_one_is_answered_with_the_year(string typed, string today, string year)
    {
        var refusal = DueDate.Parse(typed, Instants.Utc($"{today} 12:00"), TimeZoneInfo.Utc).Refusal;

        Assert.Equal(new Refusal($"February {year} has no day 29. Try 28 feb or 1 mar.", "due"), refusal);
    }

    [Theory]
    [InlineData("29 feb", "2027-03-01", "2028-02-29")]
    [InlineData("29 feb", "2028-02-29", "2028-02-29")]
    [InlineData("29 feb 2028", "2026-11-19", "2028-02-29")]
    public void A_leap_day_in_a_leap_year_is_a_day(string typed, string today, string expected) =>
        Assert.Equal(Date(expected), DueDate.Parse(typed, Instants.Utc($"{today} 12:00"), TimeZoneInfo.Utc).Value);

    [Theory]
    [InlineData("31 nov", true)]
    [InlineData("feb 29", true)]
    [InlineData("hand", false)]
    [InlineData("march", false)]
    public void A_day_that_does_not_exist_is_still_meant_as_one(string typed, bool isMeant) =>
        Assert.Equal(isMeant, DueDate.IsMeant(typed));

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
