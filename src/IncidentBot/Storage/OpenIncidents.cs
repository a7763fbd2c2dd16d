using System.Linq.Expressions;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Storage;

/// <summary>The open incidents, as lists and forms show them.</summary>
internal static class OpenIncidents
{
    /// <summary>Neither resolved nor cancelled, as a predicate for the database.</summary>
    public static Expression<Func<Incident, bool>> IsOpen { get; } =
        incident => incident.Status != IncidentStatus.Resolved && incident.Status != IncidentStatus.Cancelled;

    /// <summary>The open incidents that a person may see: the worst first, then the newest.</summary>
    public static IQueryable<Incident> OpenIncidentsFor(this IncidentDb db, PersonId person) => db.Incidents.AsNoTracking()
        .Where(IncidentVisibility.SeenBy(person))
        .Where(IsOpen)
        .OrderBy(incident => incident.Severity).ThenByDescending(incident => incident.Number);

    /// <summary>The channels of incidents, by the incident's number.</summary>
    public static Task<Dictionary<int, IncidentChannel>> ChannelsOfAsync(
        this IncidentDb db, IReadOnlyList<Incident> incidents, CancellationToken cancellationToken)
    {
        var numbers = incidents.Select(incident => incident.Number).ToList();
        return db.Channels.AsNoTracking().Where(channel => numbers.Contains(channel.IncidentNumber))
            .ToDictionaryAsync(channel => channel.IncidentNumber, cancellationToken);
    }
}
