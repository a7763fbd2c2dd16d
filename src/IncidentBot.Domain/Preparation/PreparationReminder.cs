using IncidentBot.Domain.Time;

namespace IncidentBot.Domain.Preparation;

/// <summary>When people who were asked before a meeting and have not answered are reminded: once, on the working day before it.</summary>
public static class PreparationReminder
{
    /// <summary>Whether the reminder is due.</summary>
    /// <param name="askedAt">When they were asked, UTC; who was asked on the day itself needs no reminder.</param>
    /// <param name="meeting">The start of the meeting, UTC.</param>
    /// <param name="zone">Their time zone.</param>
    /// <param name="calendar">Weekends and holidays.</param>
    /// <param name="now">Now, UTC.</param>
    public static bool IsDue(DateTimeOffset askedAt, DateTimeOffset meeting, TimeZoneInfo zone, WorkCalendar calendar, DateTimeOffset now)
    {
        var day = calendar.OnOrBefore(Zones.DateIn(meeting, zone).AddDays(-1));
        return now < meeting && Zones.DateIn(now, zone) >= day && Zones.DateIn(askedAt, zone) < day;
    }
}
