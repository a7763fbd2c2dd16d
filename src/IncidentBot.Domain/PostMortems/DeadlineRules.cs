using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Time;

namespace IncidentBot.Domain.PostMortems;

/// <summary>From when the time until the post-mortem counts.</summary>
public enum ClockStart
{
    /// <summary>From the resolve.</summary>
    Resolved = 1,

    /// <summary>From the declaration.</summary>
    Declared = 2,

    /// <summary>From when the incident started, as far as that is known.</summary>
    ImpactStart = 3,
}

/// <summary>How the deadline of a post-mortem is counted.</summary>
/// <param name="Start">From when; a past incident that is reported always counts from the report.</param>
/// <param name="WorkingDays">The clock stands on days off, in UTC; null when every day counts.</param>
public sealed record DeadlineRules(ClockStart Start, WorkCalendar? WorkingDays = null)
{
    /// <summary>Calendar time from the resolve.</summary>
    public static DeadlineRules Default { get; } = new(ClockStart.Resolved);

    /// <summary>
    /// The least time from the resolve to the deadline: no post-mortem is held during its incident, so a long one leaves a day.
    /// </summary>
    public static TimeSpan AtLeast { get; } = TimeSpan.FromDays(1);

    /// <summary>The time from the resolve, or from the report of a past incident, to the deadline.</summary>
    /// <param name="incident">The incident; its severity says how much time there is.</param>
    /// <param name="resolved">When it was resolved or reported, UTC.</param>
    public TimeSpan TimeFrom(Incident incident, DateTimeOffset resolved)
    {
        var start = Start switch
        {
            _ when incident.IsReport => resolved,
            ClockStart.Declared => incident.DeclaredAt,
            ClockStart.ImpactStart => incident.StartedAt,
            _ => resolved,
        };
        var left = DueAt(start, incident.PostMortemWithin) - resolved;
        return left > AtLeast ? left : AtLeast;
    }

    /// <summary>The instant, UTC, at which that much time has passed; days off don't count where the clock stands on them.</summary>
    /// <param name="start">When counting starts.</param>
    /// <param name="within">How much time.</param>
    public DateTimeOffset DueAt(DateTimeOffset start, TimeSpan within)
    {
        if (WorkingDays is null)
        {
            return start.ToUniversalTime() + within;
        }

        var (at, left) = (start.ToUniversalTime(), within);
        while (true)
        {
            var day = DateOnly.FromDateTime(at.UtcDateTime);
            var midnight = new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
            var counts = WorkingDays.IsWorkingDay(day) ? midnight - at : TimeSpan.Zero;
            if (counts >= left && counts > TimeSpan.Zero)
            {
                return at + left;
            }

            (at, left) = (midnight, left - counts);
        }
    }
}
