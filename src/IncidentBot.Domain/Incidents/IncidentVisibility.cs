using System.Linq.Expressions;

namespace IncidentBot.Domain.Incidents;

/// <summary>
/// Who may see a private incident: its declarer, people with a role, and members of its channel. Every query
/// that shows incidents uses this one predicate; it is an expression so that the database can apply it.
/// </summary>
public static class IncidentVisibility
{
    /// <summary>The incidents that may appear where everyone reads, such as #incidents: all but private ones.</summary>
    public static Expression<Func<Incident, bool>> Listed { get; } = incident => !incident.IsPrivate;

    /// <summary>The incidents that one person may see.</summary>
    /// <param name="viewer">The person who is looking.</param>
    public static Expression<Func<Incident, bool>> SeenBy(PersonId viewer) => incident =>
        !incident.IsPrivate
        || incident.DeclaredBy == viewer
        || incident.Roles.Any(holder => holder.Person == viewer)
        || incident.Members.Any(member => member.Person == viewer);

    /// <summary>Whether one person may see one incident; the same predicate, for an incident at hand.</summary>
    /// <param name="viewer">The person who is looking.</param>
    /// <param name="incident">The incident, loaded with its roles and members.</param>
    public static bool Sees(PersonId viewer, Incident incident) =>
        SeenBy(viewer).Compile(preferInterpretation: true)(incident);
}
