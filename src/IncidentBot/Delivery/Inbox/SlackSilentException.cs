using IncidentBot.Slack.WebApi;

namespace IncidentBot.Delivery.Inbox;

/// <summary>Slack did not say what a handler has to know: the event is no worse for it and is processed again later.</summary>
internal sealed class SlackSilentException(SlackResponse response) : Exception($"Slack did not answer the question ({response.Error}).")
{
    /// <summary>How long Slack asks to wait; null when it did not say that either.</summary>
    public TimeSpan? RetryAfter { get; } = response.RetryAfter;
}
