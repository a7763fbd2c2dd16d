using IncidentBot.Slack.Payloads;

namespace IncidentBot.Slack.Handlers;

/// <summary>Handles the closing of a modal without a submission.</summary>
public interface IViewClosedHandler
{
    /// <summary>Handles the request within three seconds.</summary>
    /// <param name="closed">The modal.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A task that completes when the request is handled.</returns>
    Task HandleAsync(ViewClosed closed, CancellationToken cancellationToken);
}
