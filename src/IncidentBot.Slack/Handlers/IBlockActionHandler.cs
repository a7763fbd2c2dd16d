using IncidentBot.Slack.Payloads;

namespace IncidentBot.Slack.Handlers;

/// <summary>Answers the use of a button or menu; what people see changes by a call of the Web API.</summary>
public interface IBlockActionHandler
{
    /// <summary>Handles the request within three seconds.</summary>
    /// <param name="request">The element that was used.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A task that completes when the request is handled.</returns>
    Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken);
}
