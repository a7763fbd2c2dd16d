using IncidentBot.Slack.Payloads;

namespace IncidentBot.Slack.Handlers;

/// <summary>Is told that a modal was closed without submitting it.</summary>
public interface IViewClosedHandler
{
    /// <summary>Handles it, inside three seconds.</summary>
    /// <param name="closed">The modal.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Done.</returns>
    Task HandleAsync(ViewClosed closed, CancellationToken cancellationToken);
}
