using IncidentBot.Domain.Calendars;
using static IncidentBot.Domain.Tests.Calendars.Instants;

namespace IncidentBot.Domain.Tests.Calendars;

public sealed class WallClockTests
{
    [Theory]
    [InlineData("2026-03-28", "09:30", "Europe/Berlin", "2026-03-28 08:30")]
    [InlineData("2026-03-30", "09:30", "Europe/Berlin", "2026-03-30 07:30")]
    [InlineData("2026-03-29", "02:30", "Europe/Berlin", "2026-03-29 01:30")]
    [InlineData("2026-10-25", "02:30", "Europe/Berlin", "2026-10-25 00:30")]
    [InlineData("2026-03-08", "02:30", "America/New_York", "2026-03-08 07:30")]
    [InlineData("2026-07-01", "09:30", "Asia/Kathmandu", "2026-07-01 03:45")]
    public void A_time_of_a_day_becomes_one_instant_across_summer_time(string day, string time, string zone, string expected)
    {
        var instant = WallClock.Instant(Day(day), TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture), WallClock.Zone(zone));

        Assert.Equal(expected, Text(instant));
        Assert.Equal(TimeSpan.Zero, instant.Offset);
    }

    [Theory]
    [InlineData("2026-06-30 23:59", "Pacific/Kiritimati", "2026-07-01")]
    [InlineData("2026-07-01 04:59", "America/Chicago", "2026-06-30")]
    [InlineData("2026-07-01 05:00", "America/Chicago", "2026-07-01")]
    public void The_day_is_the_day_where_the_person_is(string instant, string zone, string expected) =>
        Assert.Equal(Day(expected), WallClock.LocalDate(Utc(instant), WallClock.Zone(zone)));

    [Theory]
    [InlineData("Europe/Berlin", true)]
    [InlineData("Mars/Olympus", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void An_unknown_zone_is_known_as_such_and_counts_as_utc(string? zone, bool known)
    {
        Assert.Equal(known, WallClock.IsKnown(zone));
        Assert.Equal(known ? "Europe/Berlin" : "UTC", WallClock.Zone(zone).Id);
    }
}
