using IncidentBot.Slack.Payloads;

namespace IncidentBot.Slack.Handlers;

/// <summary>Answers a global shortcut, as a rule with a modal.</summary>
public interface IGlobalShortcutHandler
{
    /// <summary>Handles it, inside three seconds.</summary>
    /// <param name="shortcut">Who chose it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Done.</returns>
    Task HandleAsync(GlobalShortcut shortcut, CancellationToken cancellationToken);
}
