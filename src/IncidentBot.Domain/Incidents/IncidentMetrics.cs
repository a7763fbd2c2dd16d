using System.Linq.Expressions;

namespace IncidentBot.Domain.Incidents;

/// <summary>
/// Which incidents count in metrics: all but drills and cancelled ones; a duplicate is cancelled too. Private ones count, without showing
/// their title. Every count uses this one predicate; it is an expression so that the database can apply it.
/// </summary>
public static class IncidentMetrics
{
    /// <summary>The incidents that count.</summary>
    public static Expression<Func<Incident, bool>> Counted { get; } =
        incident => !incident.IsDrill && incident.Status != IncidentStatus.Cancelled;

    private static Func<Incident, bool> InMemory { get; } = Counted.Compile();

    /// <summary>All others. They are few, so a total without them is quickest as a difference.</summary>
    public static Expression<Func<Incident, bool>> LeftOut { get; } =
        incident => incident.IsDrill || incident.Status == IncidentStatus.Cancelled;

    /// <summary>Whether one incident counts.</summary>
    /// <param name="incident">The incident.</param>
    public static bool Counts(Incident incident) => InMemory(incident);

    /// <summary>Of incidents of one event, the one that carries the post-mortem: in a repeat rate, an event counts once.</summary>
    public static Expression<Func<Incident, bool>> OneOfEvent { get; } = incident => incident.CoveredBy == null;
}
