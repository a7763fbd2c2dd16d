namespace IncidentBot.Slack.Endpoints;

/// <summary>Stores events durably before Slack gets "ok", so that none is lost when the process dies.</summary>
public interface ISlackEventInbox
{
    /// <summary>
    /// Stores an event; it is committed when this method returns. A repeated event_id changes nothing. After an exception, Slack
    /// delivers the event again.
    /// </summary>
    /// <param name="rawEvent">The event.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Done, once it is committed.</returns>
    Task AcceptAsync(RawSlackEvent rawEvent, CancellationToken cancellationToken);
}

/// <summary>An event as Slack sent it.</summary>
/// <param name="EventId">Unique per event and the same in every retry.</param>
/// <param name="TeamId">The workspace.</param>
/// <param name="Type">The type of the inner event.</param>
/// <param name="ChannelId">The channel, where the event has one: events of one channel are processed in order.</param>
/// <param name="EventTime">The time of the event according to Slack, in whole seconds.</param>
/// <param name="RetryNum">1 to 3 for a repeated delivery; null for the first.</param>
/// <param name="Payload">The outer payload as JSON, for <see cref="Handlers.SlackRouter.DispatchEventAsync"/>.</param>
public sealed record RawSlackEvent(
    string EventId, string TeamId, string Type, string? ChannelId, DateTimeOffset EventTime, int? RetryNum, string Payload);
