using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Answers the status update's modal.</summary>
internal sealed class PostUpdate(IncidentChanges changes) : IViewSubmissionHandler
{
    public Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken) => changes.SubmitAsync(
        submission,
        UpdateModal.Form.Field,
        (incident, actor, now) => incident.PostUpdate(UpdateModal.Form.Read(submission.View.State), actor, now),
        cancellationToken);
}
