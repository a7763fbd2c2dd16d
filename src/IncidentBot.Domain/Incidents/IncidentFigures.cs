using System.Linq.Expressions;

namespace IncidentBot.Domain.Incidents;

/// <summary>
/// What counts in metrics: neither drills nor cancelled incidents. The one predicate for every figure and list that says how often
/// something happens; written as an expression so that the database can apply it.
/// </summary>
public static class IncidentFigures
{
    /// <summary>The incidents that count.</summary>
    public static Expression<Func<Incident, bool>> Counted { get; } =
        incident => !incident.IsDrill && incident.Status != IncidentStatus.Cancelled;
}
