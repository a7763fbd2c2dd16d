using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Delivery.Lanes;

/// <summary>How a table of lanes is read and claimed, the same on both engines.</summary>
internal static class LaneTable
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    /// <summary>The heads of all lanes that may be worked on now, oldest first.</summary>
    public static Task<List<long>> DueHeadsAsync<TRow>(
        this IncidentDb db, DateTimeOffset now, int atMost, CancellationToken cancellationToken)
        where TRow : LaneRow =>
        Due<TRow>(db, now)
            .OrderBy(row => row.Id)
            .Select(row => row.Id)
            .Take(atMost)
            .ToListAsync(cancellationToken);

    /// <summary>The earliest instant at which a waiting row may be worked on; null when none waits.</summary>
    public static Task<DateTimeOffset?> NextDueAsync<TRow>(this IncidentDb db, CancellationToken cancellationToken)
        where TRow : LaneRow =>
        Heads<TRow>(db).MinAsync(row => row.LeasedUntil ?? (DateTimeOffset?)row.NotBefore, cancellationToken);

    /// <summary>
    /// Takes a row that is still due: one conditional update, so that only one of two nodes wins, and a node that looked a moment ago
    /// does not restart what another one has just tried and postponed. A row whose lease expired was taken before, and the node
    /// that had it may already have called Slack, so it is marked "look first".
    /// </summary>
    public static async Task<bool> ClaimAsync<TRow>(this IncidentDb db, long id, DateTimeOffset now, CancellationToken cancellationToken)
        where TRow : LaneRow
    {
        var claimed = 0;
        await db.WithTurnAsync(
            async () => claimed = await Due<TRow>(db, now)
                .Where(row => row.Id == id)
                .ExecuteUpdateAsync(
                    set => set
                        .SetProperty(row => row.LookFirst, row => row.LookFirst || row.LeasedUntil != null)
                        .SetProperty(row => row.LeasedUntil, now + Lease)
                        .SetProperty(row => row.Attempts, row => row.Attempts + 1),
                    cancellationToken),
            cancellationToken);
        return claimed == 1;
    }

    /// <summary>Ends every lease: its holders are known to be gone, and may already have called Slack.</summary>
    public static Task EndLeasesAsync<TRow>(this IncidentDb db, CancellationToken cancellationToken)
        where TRow : LaneRow =>
        db.WithTurnAsync(
            () => db.Set<TRow>()
                .Where(row => row.State == LaneRowState.Waiting && row.LeasedUntil != null)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.LookFirst, true).SetProperty(row => row.LeasedUntil, (DateTimeOffset?)null),
                    cancellationToken),
            cancellationToken);

    private static IQueryable<TRow> Due<TRow>(IncidentDb db, DateTimeOffset now)
        where TRow : LaneRow =>
        Heads<TRow>(db).Where(row => row.NotBefore <= now && (row.LeasedUntil == null || row.LeasedUntil <= now));

    private static IQueryable<TRow> Heads<TRow>(IncidentDb db)
        where TRow : LaneRow =>
        db.Set<TRow>().Where(row => row.State == LaneRowState.Waiting
            && !db.Set<TRow>().Any(earlier => earlier.Lane == row.Lane && earlier.State == LaneRowState.Waiting && earlier.Id < row.Id));
}
