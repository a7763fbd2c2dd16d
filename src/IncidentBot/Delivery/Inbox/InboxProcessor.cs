using System.Text.Json;
using IncidentBot.Delivery.Lanes;
using IncidentBot.Slack.Handlers;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Delivery.Inbox;

/// <summary>
/// Processes the events of the inbox. Handlers are idempotent (they merge by channel and ts), so an event with an unknown
/// outcome is simply processed again.
/// </summary>
internal sealed partial class InboxProcessor(SlackRouter router, InboxSignal signal, TimeProvider time, ILogger<InboxProcessor> logger)
    : ILaneWork<InboxRow>
{
    private static readonly TimeSpan WhileSlackIsSilent = TimeSpan.FromSeconds(15);

    // Longer than a usual outage; after that the channel continues, and missed messages are found when it is read again.
    private static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    public WakeSignal Signal => signal;

    public async Task DoAsync(InboxRow row, IServiceProvider services, CancellationToken cancellationToken)
    {
        try
        {
            await router.DispatchEventAsync(row.Payload, cancellationToken);
            row.MarkDone(time.GetUtcNow());
            row.ForgetPayload();
        }
        catch (SlackSilentException silence) when (time.GetUtcNow() - row.CreatedAt < Patience)
        {
            row.TryAgain(time.GetUtcNow() + (silence.RetryAfter ?? WhileSlackIsSilent), silence.Message, counts: false, lookFirst: false);
            Log.Waits(logger, row.EventId, silence.Message);
        }
        catch (Exception exception) when (exception is UnreadableEventException or JsonException or FormatException)
        {
            row.Park((exception.InnerException ?? exception).GetType().Name, time.GetUtcNow());
            Log.SetAside(logger, exception, row.EventId, row.Lane);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            row.Fail(exception.GetType().Name, time.GetUtcNow());
            if (row.State is LaneRowState.Parked)
            {
                Log.SetAside(logger, exception, row.EventId, row.Lane);
            }
            else
            {
                Log.Failed(logger, exception, row.EventId, row.Attempts);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2, LogLevel.Warning, "Event {EventId} is waiting: {Reason}")]
        public static partial void Waits(ILogger logger, string eventId, string reason);

        [LoggerMessage(3, LogLevel.Error, "Event {EventId} of {Lane} can't be processed and was set aside; later events are processed")]
        public static partial void SetAside(ILogger logger, Exception exception, string eventId, string lane);

        [LoggerMessage(1, LogLevel.Error, "Event {EventId} failed in attempt {Attempt}")]
        public static partial void Failed(ILogger logger, Exception exception, string eventId, int attempt);
    }
}
