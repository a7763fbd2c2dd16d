using System.Globalization;
using IncidentBot.Domain;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Answers the resolve modal: one press ends the incident and starts what follows, however often it is sent.</summary>
internal sealed class ResolveIncident(IncidentChanges changes) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var actor = new PersonId(submission.User.Id);
        var number = int.Parse(submission.View.PrivateMetadata, CultureInfo.InvariantCulture);
        var outcome = await changes.ApplyAsync(
            new ChangeRequest(actor, number, RequestLedger.KeyOf(submission)),
            (incident, now) => incident.Resolve(ResolveModal.Read(submission.View.State, now), actor, now),
            cancellationToken);
        return Answers.ToModal(outcome.Refusal, ResolveModal.Blocks.Sentence);
    }
}
