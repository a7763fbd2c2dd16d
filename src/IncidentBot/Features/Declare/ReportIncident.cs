using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Declare;

/// <summary>Answers the form of a past incident: it is resolved at once, and its post-mortem's clock starts.</summary>
internal sealed class ReportIncident(NewIncidents incidents) : IViewSubmissionHandler
{
    public Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken) =>
        incidents.AddAsync(submission, ReportModal.Read(submission.View.State), cancellationToken);
}
