using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Storage;

/// <summary>The incidents that people work on, as lists, forms and sweeps need them.</summary>
internal static class OpenIncidents
{
    /// <summary>Names the open states: the index on the status is of no use for "neither resolved nor cancelled".</summary>
    public static IQueryable<Incident> WhereOpen(this IQueryable<Incident> incidents) => incidents.Where(incident =>
        incident.Status == IncidentStatus.Investigating || incident.Status == IncidentStatus.Identified
        || incident.Status == IncidentStatus.Mitigated);

    /// <summary>The open incidents that a person may see: the worst first, then the newest.</summary>
    public static IQueryable<Incident> OpenIncidentsFor(this IncidentDb db, PersonId person) => db.Incidents.AsNoTracking()
        .Where(IncidentVisibility.SeenBy(person))
        .WhereOpen()
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
