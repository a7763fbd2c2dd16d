using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Operations;

/// <summary>
/// Writes the figures of incidents that an earlier release declared: before the upgrade, or during it on another node. It finds nothing to
/// do at every other start.
/// </summary>
internal static class FiguresOfEarlierReleases
{
    private const int AtOnce = 500;

    /// <summary>Any number that nothing else locks; nodes that start together write one after the other.</summary>
    private const string Lock = "SELECT pg_advisory_xact_lock(2026120106)";

    public static async Task WriteAsync(IncidentDb db, CancellationToken cancellationToken)
    {
        for (var found = AtOnce; found == AtOnce;)
        {
            await db.InTransactionAsync(async () => found = await WriteSomeAsync(db, cancellationToken), cancellationToken);
            db.ChangeTracker.Clear();
        }
    }

    private static async Task<int> WriteSomeAsync(IncidentDb db, CancellationToken cancellationToken)
    {
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlRawAsync(Lock, cancellationToken);
        }

        var incidents = await db.Incidents.AsNoTracking()
            .Where(incident => !db.FigureRows.Any(row => row.IncidentNumber == incident.Number))
            .OrderBy(incident => incident.Number).Take(AtOnce).ToListAsync(cancellationToken);
        var numbers = incidents.ConvertAll(incident => incident.Number);
        var postMortems = await db.PostMortems.AsNoTracking().Where(each => numbers.Contains(each.IncidentNumber))
            .ToDictionaryAsync(each => each.IncidentNumber, cancellationToken);
        foreach (var incident in incidents)
        {
            var row = FigureRow.Of(incident);
            if (postMortems.TryGetValue(incident.Number, out var postMortem))
            {
                row.Take(postMortem);
            }

            db.FigureRows.Add(row);
        }

        await db.SaveChangesAsync(cancellationToken);
        return incidents.Count;
    }
}
