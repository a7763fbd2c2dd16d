using IncidentBot.Domain.Incidents;

namespace IncidentBot.Storage;

/// <summary>The incidents that people work on.</summary>
internal static class OpenIncidents
{
    /// <summary>Names the open states: the index on the status is of no use for "neither resolved nor cancelled".</summary>
    public static IQueryable<Incident> WhereOpen(this IQueryable<Incident> incidents) => incidents.Where(incident =>
        incident.Status == IncidentStatus.Investigating || incident.Status == IncidentStatus.Identified
        || incident.Status == IncidentStatus.Mitigated);
}
