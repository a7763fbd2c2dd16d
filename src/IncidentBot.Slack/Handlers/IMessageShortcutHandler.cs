using IncidentBot.Slack.Payloads;

namespace IncidentBot.Slack.Handlers;

/// <summary>Answers a shortcut of a message.</summary>
public interface IMessageShortcutHandler
{
    /// <summary>Handles the request within three seconds.</summary>
    /// <param name="shortcut">Who chose it, and the message.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A task that completes when the request is handled.</returns>
    Task HandleAsync(MessageShortcut shortcut, CancellationToken cancellationToken);
}
