using System.Globalization;
using IncidentBot.Domain;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Answers the reopen modal.</summary>
internal sealed class ReopenIncident(IncidentChanges changes) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var actor = new PersonId(submission.User.Id);
        var number = int.Parse(submission.View.PrivateMetadata, CultureInfo.InvariantCulture);
        var reason = ReopenModal.Read(submission.View.State);
        var outcome = await changes.ApplyAsync(
            new ChangeRequest(actor, number, RequestLedger.KeyOf(submission)),
            (incident, now) => incident.Reopen(reason, actor, now),
            cancellationToken);
        return Answers.ToModal(outcome.Refusal, ReopenModal.Blocks.Reason);
    }
}
