using IncidentBot.Domain.Severities;

namespace IncidentBot.Domain.Incidents;

/// <summary>When the next status update is due: 30 minutes at SEV1, an hour at SEV2, none below.</summary>
public static class StatusCadence
{
    /// <summary>The minutes that an update can be snoozed for.</summary>
    public static IReadOnlyList<int> SnoozeMinutes { get; } = [30, 60, 90];

    /// <summary>The minutes after which the next update can be promised.</summary>
    public static IReadOnlyList<int> NextInMinutes { get; } = [15, 30, 60, 120, 240];

    /// <summary>When the update after this one is due, UTC; null when the severity asks for none.</summary>
    /// <param name="severity">The current severity.</param>
    /// <param name="last">When the last one was posted, or the incident declared or reopened, UTC.</param>
    public static DateTimeOffset? NextDue(Severity severity, DateTimeOffset last) =>
        last + SeverityPolicy.For(severity).UpdateEvery;

    /// <summary>
    /// When the next update is due after a change of severity, UTC: one new interval from now, but never later than what was
    /// due before; null when the new severity asks for none.
    /// </summary>
    /// <param name="dueBefore">When it was due before the change, UTC; null when it was not.</param>
    /// <param name="severity">The new severity.</param>
    /// <param name="now">The current time, UTC.</param>
    public static DateTimeOffset? AfterSeverityChange(DateTimeOffset? dueBefore, Severity severity, DateTimeOffset now)
    {
        var due = NextDue(severity, now);
        return dueBefore < due ? dueBefore : due;
    }

    /// <summary>Whether an update is due now; the moment itself counts.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="now">The current time.</param>
    public static bool IsDue(Incident incident, DateTimeOffset now) => incident.NextUpdateDue <= now;

    /// <summary>
    /// How many intervals have passed since an update was due, starting with 0 at that moment. Each interval gets one reminder;
    /// of several missed reminders, only the newest is sent. An update that was promised although the severity needs none gets one
    /// reminder. Null when no update is due, or the incident is not open.
    /// </summary>
    /// <param name="incident">The incident.</param>
    /// <param name="now">The current time.</param>
    public static int? Reminder(Incident incident, DateTimeOffset now) =>
        incident is { IsOpen: true, NextUpdateDue: { } due } && due <= now
            ? SeverityPolicy.For(incident.Severity).UpdateEvery is { } every ? (int)((now - due) / every) : 0
            : null;
}
