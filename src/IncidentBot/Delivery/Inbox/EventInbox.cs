using System.Threading.Channels;
using IncidentBot.Slack.Endpoints;
using IncidentBot.Storage;

namespace IncidentBot.Delivery.Inbox;

/// <summary>
/// Takes events in: <see cref="AcceptAsync"/> returns when the event is committed, never before. One loop commits all that
/// is waiting at once, so that a burst costs one disk write instead of many.
/// </summary>
internal sealed partial class EventInbox(
    NewEvents events, InboxSignal signal, Readiness readiness, ILogger<EventInbox> logger) : BackgroundService, ISlackEventInbox
{
    private const int AtOnce = 256;

    private readonly Channel<Arrival> _arrivals = Channel.CreateBounded<Arrival>(10_000);

    public async Task AcceptAsync(RawSlackEvent slackEvent, CancellationToken cancellationToken)
    {
        var arrival = new Arrival(slackEvent, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await _arrivals.Writer.WriteAsync(arrival, cancellationToken);
        await arrival.Committed.Task.WaitAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.StorageIsReadyAsync(stoppingToken);
        while (await _arrivals.Reader.WaitToReadAsync(stoppingToken))
        {
            var batch = new List<Arrival>();
            while (batch.Count < AtOnce && _arrivals.Reader.TryRead(out var arrival))
            {
                batch.Add(arrival);
            }

            await CommitAsync(batch, stoppingToken);
        }
    }

    private async Task CommitAsync(List<Arrival> batch, CancellationToken cancellationToken)
    {
        try
        {
            await events.SaveAsync(batch.ConvertAll(arrival => arrival.Event), cancellationToken);
            batch.ForEach(arrival => arrival.Committed.TrySetResult());
            signal.Set();
        }
        catch (Exception exception) when (exception is not OperationCanceledException && batch.Count > 1)
        {
            // One of them may be the reason, so it must not take the others with it.
            Log.OneByOne(logger, exception, batch.Count);
            foreach (var arrival in batch)
            {
                await CommitAsync([arrival], cancellationToken);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Slack gets no 200 and delivers again; nothing is lost.
            Log.NotCommitted(logger, exception, batch.Count);
            batch.ForEach(arrival => arrival.Committed.TrySetException(exception));
        }
    }

    private sealed record Arrival(RawSlackEvent Event, TaskCompletionSource Committed);

    private static partial class Log
    {
        [LoggerMessage(2, LogLevel.Warning, "{Count} events could not be saved together; saving them one by one")]
        public static partial void OneByOne(ILogger logger, Exception exception, int count);

        [LoggerMessage(1, LogLevel.Error, "{Count} events could not be saved; Slack will deliver them again")]
        public static partial void NotCommitted(ILogger logger, Exception exception, int count);
    }
}
