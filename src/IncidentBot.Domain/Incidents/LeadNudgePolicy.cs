namespace IncidentBot.Domain.Incidents;

/// <summary>
/// When the channel is asked who leads: after ten minutes without a lead, after half an hour, after an hour, and then every day.
/// </summary>
public static class LeadNudgePolicy
{
    /// <summary>How long an open incident may go without a lead.</summary>
    public static readonly TimeSpan After = TimeSpan.FromMinutes(10);

    /// <summary>When the nudge is due, UTC; null when it has a lead or is not open.</summary>
    /// <param name="incident">The incident.</param>
    public static DateTimeOffset? DueAt(Incident incident) => incident.LeadlessSince + After;

    /// <summary>Whether the nudge is due now; the moment itself counts.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="now">The current time.</param>
    public static bool IsDue(Incident incident, DateTimeOffset now) => DueAt(incident) <= now;

    /// <summary>How often the channel was to be asked before; of several missed times only the newest counts.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="now">The current time.</param>
    /// <returns>0 for the first time; null while none is due.</returns>
    public static int? Nudge(Incident incident, DateTimeOffset now) => (now - incident.LeadlessSince) switch
    {
        null => null,
        { TotalDays: >= 1 and var days } => 2 + (int)days,
        { TotalHours: >= 1 } => 2,
        { TotalMinutes: >= 30 } => 1,
        _ => IsDue(incident, now) ? 0 : null,
    };
}
