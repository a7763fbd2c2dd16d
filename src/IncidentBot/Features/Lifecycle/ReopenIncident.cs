using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Answers the reopen modal.</summary>
internal sealed class ReopenIncident(IncidentChanges changes) : IViewSubmissionHandler
{
    public Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken) => changes.SubmitAsync(
        submission,
        ReopenModal.Form.Field,
        (incident, actor, now) => incident.Reopen(ReopenModal.Form.Read(submission.View.State), actor, now),
        cancellationToken);
}
