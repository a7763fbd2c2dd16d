using IncidentBot.Domain.Severities;

namespace IncidentBot.Domain.ActionItems;

/// <summary>The limits of an action item. Lengths are in UTF-16 characters.</summary>
public static class ActionLimits
{
    /// <summary>The longest text.</summary>
    public const int Text = 300;

    /// <summary>The longest reason.</summary>
    public const int Reason = 500;

    /// <summary>The longest success metric.</summary>
    public const int SuccessMetric = 300;

    /// <summary>The longest ticket link.</summary>
    public const int TicketLink = 500;

    /// <summary>The most helpers.</summary>
    public const int Helpers = 10;

    /// <summary>The longest name of a supporting team, in characters.</summary>
    public const int Team = 80;

    /// <summary>A due date further away than this many years is treated as a typo.</summary>
    public const int YearsAhead = 2;

    /// <summary>Whether an action needs a success metric: for SEV1 and SEV2.</summary>
    /// <param name="severity">The incident's severity.</param>
    public static bool NeedsMetric(Severity severity) => severity is Severity.Sev1 or Severity.Sev2;
}
