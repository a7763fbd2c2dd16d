using IncidentBot.Lanes;
using IncidentBot.Slack.Handlers;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Inbox;

/// <summary>
/// Works off the inbox: the head of every lane, each claimed with a lease. Handlers are idempotent (they merge by channel
/// and ts), so an event whose processing nobody saw the end of is simply processed again.
/// </summary>
internal sealed partial class InboxProcessor(
    IServiceScopeFactory scopes, SlackRouter router, InboxSignal signal, TimeProvider time, ILogger<InboxProcessor> logger)
    : ILaneDispatcher
{
    private const int AtOnce = 4;

    public WakeSignal Signal => signal;

    public async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var due = await scope.ServiceProvider.GetRequiredService<IncidentDb>()
            .DueHeadsAsync<InboxRow>(time.GetUtcNow(), cancellationToken);
        await Parallel.ForEachAsync(
            due,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (id, token) => await ProcessAsync(id, token));
        return due.Count > 0;
    }

    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IncidentDb>().NextDueAsync<InboxRow>(cancellationToken);
    }

    private async Task ProcessAsync(long id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IncidentDb>();
        if (!await db.ClaimAsync<InboxRow>(id, time.GetUtcNow(), cancellationToken))
        {
            return;
        }

        var row = await db.Inbox.SingleAsync(row => row.Id == id, cancellationToken);
        try
        {
            await router.DispatchEventAsync(row.Payload, cancellationToken);
            row.MarkDone(time.GetUtcNow());
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            row.Fail(exception.GetType().Name, time.GetUtcNow());
            Log.Failed(logger, exception, row.EventId, row.Attempts);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Event {EventId} failed in attempt {Attempt}")]
        public static partial void Failed(ILogger logger, Exception exception, string eventId, int attempt);
    }
}
