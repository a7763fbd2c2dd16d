using IncidentBot.Delivery.Outbox;
using IncidentBot.Jobs;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Operations;

/// <summary>
/// Retries calls that Slack refused for a cause that someone can fix (a scope, a restriction, the bot removed from a channel)
/// from time to time, so that nothing is lost once it is fixed and no one has to press anything.
/// </summary>
internal sealed class RetryHeldCalls(IncidentDb db) : ISweep
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

    /// <summary>Releases an incident's held calls at once, because the cause is known to be fixed; the caller saves.</summary>
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
