using IncidentBot.Delivery.Outbox;
using IncidentBot.Jobs;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Operations;

/// <summary>
/// What Slack refused for a cause that someone can mend (a scope, a restriction, the bot put out of a channel) is tried
/// again, so that nothing is lost once it is mended and no one has to press anything.
/// </summary>
internal sealed class TryHeldAgain(IncidentDb db) : ISweep
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(14);

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (refusedBefore, askedSince) = (now - Between, now - Longest);
        await ReleaseAsync(
            db.Outbox.Where(row => row.IsHeld && row.FinishedAt <= refusedBefore && row.CreatedAt >= askedSince), now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Lets an incident's held calls go on at once, because the cause is known to be gone; the caller saves.</summary>
    public static Task ReleaseAsync(IncidentDb db, int incidentNumber, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var lane = Lane.Incident(incidentNumber);
        return ReleaseAsync(db.Outbox.Where(row => row.IsHeld && row.Lane == lane), now, cancellationToken);
    }

    private static async Task ReleaseAsync(IQueryable<OutboxRow> held, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var row in await held.Where(row => row.State == LaneRowState.Parked).ToListAsync(cancellationToken))
        {
            row.Unpark(now);
        }
    }
}
