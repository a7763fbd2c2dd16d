using IncidentBot.Slack.Payloads;

namespace IncidentBot.Slack.Handlers;

/// <summary>Answers the submission of a modal.</summary>
public interface IViewSubmissionHandler
{
    /// <summary>Handles the request within three seconds.</summary>
    /// <param name="submission">The submitted values.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What happens to the modal.</returns>
    Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken);
}
