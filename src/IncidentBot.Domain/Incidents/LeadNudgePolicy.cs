namespace IncidentBot.Domain.Incidents;

/// <summary>When the channel is asked who leads: after ten minutes without a lead.</summary>
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
}
