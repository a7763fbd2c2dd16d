using IncidentBot.Domain.Recurrence;

namespace IncidentBot.PostMortems.Recurrence;

/// <summary>How long an investigation has been open, the same everywhere.</summary>
internal static class InvestigationAge
{
    private const int DaysShown = 20;

    /// <summary>"since today", "for 3 days", "for 5 weeks".</summary>
    public static string Of(StructuralInvestigation investigation, DateTimeOffset now) =>
        (int)(now - investigation.OpenedAt).TotalDays switch
        {
            < 1 => "since today",
            1 => "for 1 day",
            < DaysShown and var days => FormattableString.Invariant($"for {days} days"),
            var days => FormattableString.Invariant($"for {days / 7} weeks"),
        };
}
