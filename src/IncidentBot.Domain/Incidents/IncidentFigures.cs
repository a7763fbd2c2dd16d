using System.Linq.Expressions;

namespace IncidentBot.Domain.Incidents;

/// <summary>
/// What counts: neither drills nor what was called off. The one predicate of every figure, trend and list that says how often
/// something happens; written as an expression so that the database applies it too.
/// </summary>
public static class IncidentFigures
{
    /// <summary>The incidents that count.</summary>
    public static Expression<Func<Incident, bool>> Counted { get; } =
        incident => !incident.IsDrill && incident.Status != IncidentStatus.Cancelled;
}
