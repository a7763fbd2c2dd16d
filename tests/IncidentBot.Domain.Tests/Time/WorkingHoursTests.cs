using IncidentBot.Domain.Time;
using static IncidentBot.Domain.Tests.Time.Instants;

namespace IncidentBot.Domain.Tests.Time;

public sealed class WorkingHoursTests
{
    [Theory]
    [InlineData("2026-03-03 09:00", "2026-03-03 13:00")]
    [InlineData("2026-03-03 14:00", "2026-03-03 18:00")]
    [InlineData("2026-03-03 14:01", "2026-03-04 09:01")]
    [InlineData("2026-03-03 17:59", "2026-03-04 12:59")]
    [InlineData("2026-03-03 20:00", "2026-03-04 13:00")]
    [InlineData("2026-03-06 16:00", "2026-03-09 11:00")]
    [InlineData("2026-03-07 12:00", "2026-03-09 13:00")]
    public void Four_hours_count_only_while_someone_works(string from, string until) =>
        Assert.Equal(Utc(until), WorkingHours.After(new QuietHours(WorkCalendar.WithoutHolidays), Utc(from), "UTC", TimeSpan.FromHours(4)));

    [Fact]
    public void Counting_ends_even_when_no_working_day_is_long_enough() =>
        Assert.Throws<InvalidOperationException>(
            () => WorkingHours.After(new QuietHours(WorkCalendar.WithoutHolidays), Utc("2026-03-03 09:00"), "UTC", TimeSpan.MaxValue));

    [Fact]
    public void They_are_counted_on_the_clock_of_whoever_works() =>
        Assert.Equal(
            Utc("2026-03-04 04:00"),
            WorkingHours.After(new QuietHours(WorkCalendar.WithoutHolidays), Utc("2026-03-03 09:00"), "Asia/Tokyo", TimeSpan.FromHours(4)));
}
