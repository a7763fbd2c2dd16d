using System.Diagnostics.CodeAnalysis;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Slack.Handlers;

/// <summary>Is told of an event, at least once and in any order.</summary>
/// <typeparam name="TEvent">The event, or a base such as <see cref="MessageEvent"/>.</typeparam>
[SuppressMessage("Naming", "CA1711", Justification = "SlackNet's name; not a .NET event.")]
public interface IEventHandler<in TEvent>
    where TEvent : SlackEvent
{
    /// <summary>Handles it.</summary>
    /// <param name="slackEvent">What happened.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Done; an exception makes the inbox try again.</returns>
    Task HandleAsync(TEvent slackEvent, CancellationToken cancellationToken);
}
