using IncidentBot.Slack.Payloads;

namespace IncidentBot.Slack.Handlers;

/// <summary>Answers the use of a button or menu; what people see changes by a call of the Web API.</summary>
public interface IBlockActionHandler
{
    /// <summary>Handles it, inside three seconds.</summary>
    /// <param name="request">What was used.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Done.</returns>
    Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken);
}
