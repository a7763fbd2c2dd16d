using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.People;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;

namespace IncidentBot.Features.Lifecycle;

/// <summary>
/// Answers the resolve modal: resolves the incident once, however often the form is submitted. A second
/// person keeps what they typed and learns where to put it.
/// </summary>
internal sealed class ResolveIncident(IncidentChanges changes, Access access, PeopleDirectory people) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var actor = new PersonId(submission.User.Id);
        var number = ButtonValue.Read(submission.View.PrivateMetadata).Number();
        var outcome = await changes.ApplyAsync(
            new ChangeRequest(actor, number, RequestLedger.KeyOf(submission)),
            (incident, now) => incident.Resolve(ResolveModal.Read(submission.View.State, now), actor, now),
            cancellationToken);
        return Answers.ToModal(await ExplainAsync(actor, number, outcome.Refusal, cancellationToken), ResolveModal.Blocks.Sentence);
    }

    /// <summary>The refusal; when someone else was faster, who resolved the incident and what to do with the typed text.</summary>
    private async Task<Refusal?> ExplainAsync(PersonId actor, int number, Refusal? refusal, CancellationToken cancellationToken)
    {
        if (refusal is null
            || await access.FindAsync(actor, number, cancellationToken) is not { Value: { Status: IncidentStatus.Resolved } incident })
        {
            return refusal;
        }

        var by = incident.History.LastOrDefault(change => change.Fact == ChangedFact.Status)?.By ?? incident.DeclaredBy;
        var name = by == actor ? "You" : (await people.FindAsync(by, cancellationToken)).Name;
        return new Refusal(
            $"{name} already resolved this incident: “{incident.Resolution}”. Your text stays in this form until you close it. "
            + "Copy anything missing into the post-mortem's summary, or add it to the timeline.",
            ResolveModal.Blocks.Sentence);
    }
}
