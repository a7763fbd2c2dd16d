using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Answers the status update's modal.</summary>
internal sealed class PostUpdate(IncidentChanges changes) : IViewSubmissionHandler
{
    public Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken) => changes.SubmitAsync(
        submission,
        UpdateModal.Blocks.Text,
        (incident, actor, now) => FieldEdit.ApplyAll(UpdateModal.Read(submission.View), incident, actor, now),
        cancellationToken);
}
