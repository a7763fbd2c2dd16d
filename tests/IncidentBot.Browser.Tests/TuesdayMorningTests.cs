using System.Globalization;
using IncidentBot.Demo;

namespace IncidentBot.Browser.Tests;

public sealed class TuesdayMorningTests
{
    [Theory]
    [InlineData("2026-11-21T12:00:00Z", "2026-11-24T09:00:00Z")]
    [InlineData("2026-11-24T08:59:59Z", "2026-11-24T09:00:00Z")]
    [InlineData("2026-11-24T09:00:00Z", "2026-11-24T09:00:00Z")]
    [InlineData("2026-11-24T09:00:01Z", "2026-12-01T09:00:00Z")]
    [InlineData("2026-12-30T23:30:00Z", "2027-01-05T09:00:00Z")]
    public void The_demo_begins_on_the_next_Tuesday_morning(string now, string begins) =>
        Assert.Equal(At(begins), TuesdayMorning.After(At(now)));

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}
