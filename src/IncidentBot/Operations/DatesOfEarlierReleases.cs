using IncidentBot.Domain.PostMortems;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Operations;

/// <summary>
/// Fills in the columns that sweeps compare with the clock, in rows that an earlier release wrote: before the upgrade, or during it on
/// another node. It finds nothing to do at every other start.
/// </summary>
internal static class DatesOfEarlierReleases
{
    private const int AtOnce = 100;

    public static async Task FillAsync(IncidentDb db, CancellationToken cancellationToken)
    {
        for (var (last, found) = (0, AtOnce); found == AtOnce;)
        {
            var older = await db.PostMortems.AsNoTracking()
                .Where(each => each.IncidentNumber > last)
                .Where(each => each.Reviews.DatedVersion != each.Reviews.Version || each.WriteUp.DatedVersion != each.WriteUp.Version)
                .OrderBy(each => each.IncidentNumber).Take(AtOnce).ToListAsync(cancellationToken);
            await db.InTransactionAsync(() => FillAsync(db, older, cancellationToken), cancellationToken);
            (last, found) = (older.Count > 0 ? older[^1].IncidentNumber : last, older.Count);
        }
    }

    /// <summary>A row that someone changes meanwhile is skipped: its writer fills the columns, or the next start does.</summary>
    private static async Task FillAsync(IncidentDb db, List<PostMortem> older, CancellationToken cancellationToken)
    {
        foreach (var each in older)
        {
            var (reviews, writeUp) = (each.Reviews, each.WriteUp);
            await db.PostMortems
                .Where(row => row.Id == each.Id && row.Reviews.Version == reviews.Version && row.WriteUp.Version == writeUp.Version)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.Reviews.ProgressOn, reviews.ProgressOn)
                        .SetProperty(row => row.Reviews.EffectivenessOn, reviews.EffectivenessOn)
                        .SetProperty(row => row.Reviews.RecurrenceOn, reviews.RecurrenceOn)
                        .SetProperty(row => row.Reviews.ReopenedAt, reviews.ReopenedAt)
                        .SetProperty(row => row.Reviews.DatedVersion, reviews.Version)
                        .SetProperty(row => row.WriteUp.UnsharedSince, writeUp.UnsharedSince)
                        .SetProperty(row => row.WriteUp.DatedVersion, writeUp.Version),
                    cancellationToken);
        }
    }
}
