using IncidentBot.Domain.Time;
using static IncidentBot.Domain.Tests.Time.Instants;

namespace IncidentBot.Domain.Tests.Time;

public sealed class QuietHoursTests
{
    private static readonly QuietHours Quiet = new(new WorkCalendar([Day("2026-05-01")]));

    // Berlin is two hours ahead of UTC in these weeks, New York four behind.
    [Theory]
    [InlineData("2026-04-29 06:59:59", "Europe/Berlin", "2026-04-29 07:00")]
    [InlineData("2026-04-29 07:00", "Europe/Berlin", "2026-04-29 07:00")]
    [InlineData("2026-04-29 15:59", "Europe/Berlin", "2026-04-29 15:59")]
    [InlineData("2026-04-29 16:00", "Europe/Berlin", "2026-04-30 07:00")]
    [InlineData("2026-04-29 16:00", "America/New_York", "2026-04-29 16:00")]
    [InlineData("2026-04-30 16:00", "Europe/Berlin", "2026-05-04 07:00")]
    [InlineData("2026-05-02 10:00", "Europe/Berlin", "2026-05-04 07:00")]
    [InlineData("2026-05-04 06:00", "Europe/Berlin", "2026-05-04 07:00")]
    public void A_message_waits_for_the_next_working_morning_of_its_reader(string now, string zone, string allowed)
    {
        var next = Quiet.NextAllowed(Utc(now), zone);

        Assert.Equal(allowed, Text(next));
        Assert.Equal(next != Utc(now), Quiet.IsQuiet(Utc(now), zone));
    }

    [Theory]
    [InlineData("2026-03-27 17:30", "2026-03-30 07:00")]
    [InlineData("2026-10-23 17:30", "2026-10-26 08:00")]
    public void After_a_daylight_saving_change_the_morning_still_starts_at_nine(string friday, string monday) =>
        Assert.Equal(monday, Text(Quiet.NextAllowed(Utc(friday), "Europe/Berlin")));
}
