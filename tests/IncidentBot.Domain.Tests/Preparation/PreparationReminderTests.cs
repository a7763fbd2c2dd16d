using System.Globalization;
using IncidentBot.Domain.Preparation;
using IncidentBot.Domain.Time;

namespace IncidentBot.Domain.Tests.Preparation;

public sealed class PreparationReminderTests
{
    /// <summary>The meeting is on Monday 9 March 2026 at 10:00 in London.</summary>
    [Theory]
    [InlineData("2026-03-04T12:00Z", "2026-03-05T23:59Z", false)]
    [InlineData("2026-03-04T12:00Z", "2026-03-06T00:00Z", true)]
    [InlineData("2026-03-04T12:00Z", "2026-03-09T09:59Z", true)]
    [InlineData("2026-03-04T12:00Z", "2026-03-09T10:00Z", false)]
    [InlineData("2026-03-05T23:59Z", "2026-03-06T12:00Z", true)]
    [InlineData("2026-03-06T00:00Z", "2026-03-06T12:00Z", false)]
    public void It_is_due_on_the_working_day_before_the_meeting_until_the_meeting_begins(string asked, string now, bool isDue) =>
        Assert.Equal(
            isDue,
            PreparationReminder.IsDue(
                At(asked), At("2026-03-09T10:00Z"), Zones.Find("Europe/London"), WorkCalendar.WithoutHolidays, At(now)));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
