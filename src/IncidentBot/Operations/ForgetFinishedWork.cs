using IncidentBot.Delivery.Outbox;
using IncidentBot.Jobs;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Operations;

/// <summary>
/// Deletes rows of inbox, outbox and ledger that were finished a month ago, in small batches, so that they do not grow
/// forever. Parked calls stay: someone may still fix their cause. Events that were set aside are never processed again, so they go.
/// </summary>
internal sealed class ForgetFinishedWork(IncidentDb db) : ISweep
{
    public const int AtOnce = 500;
    private const string Forgotten = "{}";

    // Slack repeats an event for an hour and lets a modal open no longer; a month leaves time to look at what happened.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = now - Kept;
        await InBatchesAsync(
            db.Inbox.Where(row => row.State != LaneRowState.Waiting && row.FinishedAt < before).OrderBy(row => row.Id).Take(AtOnce),
            cancellationToken);
        await InBatchesAsync(
            Finished(before).Where(row => row.Lane.StartsWith(Lane.AllReadings)
                ? db.Outbox.Any(later => later.Lane == row.Lane && later.Id > row.Id)
                : !row.Key.Contains(OutboxExtensions.InMeaningfulKeys)).OrderBy(row => row.Id).Take(AtOnce),
            cancellationToken);
        await EmptyAsync(before, cancellationToken);
        await InBatchesAsync(
            db.HandledRequests.Where(request => request.At < before).OrderBy(request => request.Key).Take(AtOnce), cancellationToken);
        await InBatchesAsync(
            db.SlackLimits.Where(limit => limit.NotBefore < before).OrderBy(limit => limit.Name).Take(AtOnce), cancellationToken);
    }

    /// <summary>
    /// Rows that could be requested again are kept, because their key says that they were done: a reminder of a post-mortem that no one
    /// publishes stays due forever. Only their content is deleted.
    /// </summary>
    private Task EmptyAsync(DateTimeOffset before, CancellationToken cancellationToken) => db.WithTurnAsync(
        () => Finished(before).Where(row => row.Key.Contains(OutboxExtensions.InMeaningfulKeys) && row.Payload != Forgotten)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Payload, Forgotten), cancellationToken),
        cancellationToken);

    private IQueryable<OutboxRow> Finished(DateTimeOffset before) =>
        db.Outbox.Where(row => row.State == LaneRowState.Done && row.FinishedAt < before);

    /// <summary>Other writers get their turn between two batches.</summary>
    private async Task InBatchesAsync<TRow>(IQueryable<TRow> some, CancellationToken cancellationToken)
        where TRow : class
    {
        for (var deleted = AtOnce; deleted == AtOnce;)
        {
            await db.WithTurnAsync(async () => deleted = await some.ExecuteDeleteAsync(cancellationToken), cancellationToken);
        }
    }
}
