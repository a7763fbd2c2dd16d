using IncidentBot.Slack.Payloads;

namespace IncidentBot.Slack.Handlers;

/// <summary>Answers a global shortcut, as a rule with a modal.</summary>
public interface IGlobalShortcutHandler
{
    /// <summary>Handles the request within three seconds.</summary>
    /// <param name="shortcut">Who chose it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A task that completes when the request is handled.</returns>
    Task HandleAsync(GlobalShortcut shortcut, CancellationToken cancellationToken);
}
