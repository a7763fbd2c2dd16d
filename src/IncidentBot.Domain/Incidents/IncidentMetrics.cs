using System.Linq.Expressions;

namespace IncidentBot.Domain.Incidents;

/// <summary>
/// Which incidents count in metrics: all but drills and cancelled ones. Every count uses this one predicate; it is an expression so that
/// the database can apply it.
/// </summary>
public static class IncidentMetrics
{
    /// <summary>The incidents that count.</summary>
    public static Expression<Func<Incident, bool>> Counted { get; } =
        incident => !incident.IsDrill && incident.Status != IncidentStatus.Cancelled;
}
