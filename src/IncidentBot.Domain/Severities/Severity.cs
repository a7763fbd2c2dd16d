namespace IncidentBot.Domain.Severities;

/// <summary>How bad it is, worst first. The numbers are stored and never change.</summary>
public enum Severity
{
    /// <summary>Customer-facing outage of more than half an hour.</summary>
    Sev1 = 1,

    /// <summary>Degraded service with a workaround.</summary>
    Sev2 = 2,

    /// <summary>Internal impact, no effect on customers.</summary>
    Sev3 = 3,

    /// <summary>A near miss, caught before it had an impact.</summary>
    Sev4 = 4,
}
