using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Operations;

/// <summary>
/// Notes for the search the incidents and near misses that an earlier release stored: before the upgrade, or during it on another node.
/// A sweep then writes their words. It finds nothing to do at every other start.
/// </summary>
internal static class SearchesOfEarlierReleases
{
    private const string Missing = """
        INSERT INTO stale_searches (incident_number)
        SELECT number FROM incidents
        WHERE NOT EXISTS (SELECT 1 FROM search_rows WHERE search_rows.incident_number = incidents.number)
          AND NOT EXISTS (SELECT 1 FROM stale_searches WHERE stale_searches.incident_number = incidents.number)
        ORDER BY number;
        INSERT INTO stale_near_misses (near_miss_number)
        SELECT number FROM near_misses
        WHERE NOT EXISTS (SELECT 1 FROM search_rows WHERE search_rows.incident_number = -near_misses.number)
          AND NOT EXISTS (SELECT 1 FROM stale_near_misses WHERE stale_near_misses.near_miss_number = near_misses.number)
        ORDER BY number
        """;

    public static Task NoteAsync(IncidentDb db, CancellationToken cancellationToken) =>
        db.WithTurnAsync(() => db.Database.ExecuteSqlRawAsync(Missing, cancellationToken), cancellationToken);
}
