using IncidentBot.Slack.WebApi;

namespace IncidentBot.Delivery.Inbox;

/// <summary>Slack did not answer a question of an event handler; the event is processed again later.</summary>
internal sealed class SlackSilentException(SlackResponse response) : Exception($"Slack did not answer the question ({response.Error}).")
{
    /// <summary>How long Slack asks to wait; null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; } = response.RetryAfter;
}
