using IncidentBot.Slack.Payloads;

namespace IncidentBot.Slack.Handlers;

/// <summary>Answers the submission of a modal.</summary>
public interface IViewSubmissionHandler
{
    /// <summary>Handles it, inside three seconds.</summary>
    /// <param name="submission">What was typed and chosen.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What becomes of the modal.</returns>
    Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken);
}
