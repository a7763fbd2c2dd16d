using IncidentBot.Delivery.Lanes;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Delivery.Outbox;

/// <summary>Sends the effects of the outbox. An attempt with an unknown outcome is looked up before it is repeated.</summary>
internal sealed partial class OutboxDispatcher(
    EffectSenders senders,
    SlackPulse pulse,
    OutboxSignal signal,
    TimeProvider time,
    ILogger<OutboxDispatcher> logger) : ILaneWork<OutboxRow>
{
    public WakeSignal Signal => signal;

    public async Task DoAsync(OutboxRow row, IServiceProvider services, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<IncidentDb>();
        if (await db.WaitAsync(SlackLimits.Calling(row.Kind), time.GetUtcNow(), cancellationToken) is { } later)
        {
            OutboxVerdict.Apply(row, EffectResult.NotBefore(later), isSlackDown: false, time.GetUtcNow());
            return;
        }

        var wasHeld = row.IsHeld;
        var merged = await WaitingTwinsAsync(db, row, cancellationToken);
        if (merged.Count > 0 && EffectKinds.NewestWins(row.Kind))
        {
            // A newer nudge about the same thing is waiting and is sent instead.
            row.MarkDone(time.GetUtcNow());
            return;
        }

        var (result, isSlackDown) = await pulse.TryAsync(token => TrySendAsync(services, row, token), cancellationToken);
        OutboxVerdict.Apply(row, result, isSlackDown, time.GetUtcNow());
        await HoldOthersAsync(db, row, result, cancellationToken);
        if (row.State is LaneRowState.Done)
        {
            merged.ForEach(twin => twin.MarkDone(time.GetUtcNow()));
        }
        else if (row.State is LaneRowState.Parked && !wasHeld)
        {
            await ReportAsync(services, row, result, cancellationToken);
        }
    }

    /// <summary>Slack limits methods, not rows, so other rows with the same method wait as well. Posting is limited per channel.</summary>
    private static Task HoldOthersAsync(IncidentDb db, OutboxRow row, EffectResult result, CancellationToken cancellationToken) =>
        result is EffectResult.Answered { Response.Kind: SlackErrorKind.Throttled } && !EffectKinds.IsLimitedPerChannel(row.Kind)
            ? db.HoldAsync(SlackLimits.Calling(row.Kind), row.NotBefore, cancellationToken)
            : Task.CompletedTask;

    /// <summary>Logs the refusal for the operator, and informs the people who wait for it, once.</summary>
    private async Task ReportAsync(IServiceProvider services, OutboxRow row, EffectResult result, CancellationToken cancellationToken)
    {
        if (result is not EffectResult.Held)
        {
            if (EffectKinds.TellsSomeone(row.Kind))
            {
                Log.Refused(logger, row.Kind, row.Lane, row.Error);
            }
            else if (result is not EffectResult.Impossible { IsReported: true })
            {
                Log.Parked(logger, row.Id, row.Kind, row.Lane, row.Error);
            }

            await senders.GiveUpAsync(services, row, cancellationToken);
        }
    }

    /// <summary>
    /// Waiting refreshes of the same card: the card is rendered after this query, so it shows their changes too. Or
    /// newer nudges about the same thing.
    /// </summary>
    private static async Task<List<OutboxRow>> WaitingTwinsAsync(IncidentDb db, OutboxRow row, CancellationToken cancellationToken) =>
        row.Card is null
            ? []
            : await db.Outbox
                .Where(twin => twin.Lane == row.Lane && twin.Card == row.Card && twin.Id > row.Id && twin.State == LaneRowState.Waiting)
                .ToListAsync(cancellationToken);

    private async Task<EffectResult> TrySendAsync(IServiceProvider services, OutboxRow row, CancellationToken cancellationToken)
    {
        try
        {
            return await senders.SendAsync(services, row, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A bug in one sender must not stop every lane: the row is parked where the operator sees it.
            Log.Broken(logger, exception, row.Id, row.Kind);
            return EffectResult.Park(exception.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Outbox row {Id} ({Kind}) in lane {Lane} is parked: {Reason}")]
        public static partial void Parked(ILogger logger, long id, string kind, string lane, string? reason);

        [LoggerMessage(3, LogLevel.Information, "Slack refused {Kind} in lane {Lane}, and the person who waits was told: {Reason}")]
        public static partial void Refused(ILogger logger, string kind, string lane, string? reason);

        [LoggerMessage(2, LogLevel.Error, "Sending outbox row {Id} ({Kind}) failed")]
        public static partial void Broken(ILogger logger, Exception exception, long id, string kind);
    }
}
