namespace IncidentBot.Domain.Time;

/// <summary>
/// When no DMs are sent: evenings, nights, weekends and holidays, in the reader's own zone. Applies to
/// every DM except status-update reminders and the nudge for a lead.
/// </summary>
/// <param name="Calendar">Weekends and holidays.</param>
/// <param name="From">The first quiet minute of an evening; 18:00 by default.</param>
/// <param name="Until">The first minute of a day that is not quiet; 09:00 by default. Earlier than <paramref name="From"/>.</param>
public sealed record QuietHours(WorkCalendar Calendar, TimeOnly From, TimeOnly Until)
{
    /// <summary>From 18:00 to 09:00 and on days off.</summary>
    /// <param name="calendar">Weekends and holidays.</param>
    public QuietHours(WorkCalendar calendar)
        : this(calendar, new TimeOnly(18, 0), new TimeOnly(9, 0))
    {
    }

    /// <summary>Whether it is quiet for someone.</summary>
    /// <param name="now">UTC.</param>
    /// <param name="zone">Their IANA zone.</param>
    public bool IsQuiet(DateTimeOffset now, string zone)
    {
        var local = Zones.ToWall(now, Zones.Find(zone));
        var time = TimeOnly.FromDateTime(local);
        return !Calendar.IsWorkingDay(DateOnly.FromDateTime(local)) || time >= From || time < Until;
    }

    /// <summary>The earliest instant, UTC, at which a DM may be sent to someone.</summary>
    /// <param name="now">UTC.</param>
    /// <param name="zone">Their IANA zone.</param>
    /// <returns><paramref name="now"/> itself when it is not quiet, else the end of the quiet time on the next working day.</returns>
    public DateTimeOffset NextAllowed(DateTimeOffset now, string zone)
    {
        if (!IsQuiet(now, zone))
        {
            return now;
        }

        var clock = Zones.Find(zone);
        var today = Zones.DateIn(now, clock);
        var end = Zones.ToUtc(Calendar.OnOrAfter(today).ToDateTime(Until), clock);
        return end > now ? end : Zones.ToUtc(Calendar.OnOrAfter(today.AddDays(1)).ToDateTime(Until), clock);
    }
}
