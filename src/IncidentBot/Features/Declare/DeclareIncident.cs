using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Declare;

/// <summary>Answers the declare modal.</summary>
internal sealed class DeclareIncident(NewIncidents incidents) : IViewSubmissionHandler
{
    public Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken) =>
        incidents.AddAsync(submission, DeclareModal.Read(submission.View.State), cancellationToken);
}
