using IncidentBot.Domain.Time;
using static IncidentBot.Domain.Tests.Time.Instants;

namespace IncidentBot.Domain.Tests.Time;

public sealed class WorkCalendarTests
{
    // 2026-05-01 is a Friday.
    private static readonly WorkCalendar MayDayOff = new([Day("2026-05-01")]);

    [Theory]
    [InlineData("2026-04-30", "2026-04-30", "2026-04-30")]
    [InlineData("2026-05-01", "2026-04-30", "2026-05-04")]
    [InlineData("2026-05-03", "2026-04-30", "2026-05-04")]
    [InlineData("2026-05-04", "2026-05-04", "2026-05-04")]
    public void A_day_off_moves_to_the_working_day_before_or_after(string day, string before, string after)
    {
        Assert.Equal(Day(before), MayDayOff.OnOrBefore(Day(day)));
        Assert.Equal(Day(after), MayDayOff.OnOrAfter(Day(day)));
    }

    [Theory]
    [InlineData("2026-04-29", 0, "2026-04-29")]
    [InlineData("2026-04-29", 1, "2026-04-30")]
    [InlineData("2026-04-29", 3, "2026-05-05")]
    [InlineData("2026-05-02", 3, "2026-05-06")]
    public void Working_days_are_counted_without_weekends_and_holidays(string from, int days, string expected) =>
        Assert.Equal(Day(expected), MayDayOff.AddWorkingDays(Day(from), days));

    [Fact]
    public void A_weekend_can_be_on_other_days() =>
        Assert.False(new WorkCalendar(null, [DayOfWeek.Friday]).IsWorkingDay(Day("2026-05-01")));

    [Fact]
    public void A_week_without_a_working_day_is_a_mistake() =>
        Assert.Throws<ArgumentException>(() => new WorkCalendar(null, Enum.GetValues<DayOfWeek>()));
}
