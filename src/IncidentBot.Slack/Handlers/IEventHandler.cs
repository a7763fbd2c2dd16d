using System.Diagnostics.CodeAnalysis;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Slack.Handlers;

/// <summary>Handles an event, which may arrive more than once and in any order.</summary>
/// <typeparam name="TEvent">The event, or a base such as <see cref="MessageEvent"/>.</typeparam>
[SuppressMessage("Naming", "CA1711", Justification = "SlackNet's name; not a .NET event.")]
public interface IEventHandler<in TEvent>
    where TEvent : SlackEvent
{
    /// <summary>Handles the event.</summary>
    /// <param name="slackEvent">What happened.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A task; if it fails, the inbox tries again.</returns>
    Task HandleAsync(TEvent slackEvent, CancellationToken cancellationToken);
}
