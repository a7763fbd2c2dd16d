using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.People;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;

namespace IncidentBot.Features.Lifecycle;

/// <summary>
/// Answers the resolve modal: resolves the incident once, however often the form is submitted, and then asks what happened.
/// A second person keeps what they typed and is told where to put it.
/// </summary>
internal sealed class ResolveIncident(IncidentChanges changes, Access access, PeopleDirectory people, WhatHappenedForm next)
    : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var actor = new PersonId(submission.User.Id);
        var number = ButtonValue.Read(submission.View.PrivateMetadata).Number();
        var outcome = await changes.ApplyAsync(
            new ChangeRequest(actor, number, RequestLedger.KeyOf(submission)),
            (incident, now) => incident.Resolve(ResolveModal.Read(submission.View.State, now), actor, now),
            cancellationToken);
        return await ExplainAsync(actor, number, outcome.Refusal, cancellationToken) is { } refusal
            ? Answers.ToModal(refusal, ResolveModal.Blocks.Sentence)
            : await ShowNextFormAsync(actor, number, cancellationToken);
    }

    /// <summary>The incident is resolved and saved by now. A drill is closed without questions: nothing about it counts.</summary>
    private async Task<ViewSubmissionResponse> ShowNextFormAsync(PersonId actor, int number, CancellationToken cancellationToken) =>
        await access.FindAsync(actor, number, cancellationToken) is { Value: { Status: IncidentStatus.Resolved, IsDrill: false } incident }
            ? ViewSubmissionResponse.Update(await next.RenderAsync(incident, cancellationToken))
            : ViewSubmissionResponse.Close;

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
        var resolution = incident.Resolution is { } sentence ? $": “{sentence}”" : "";
        return new Refusal(
            $"{name} already resolved this incident{resolution}. Your text stays in this form until you close it. "
            + "Copy anything missing into the post-mortem's summary, or add it to the timeline.",
            ResolveModal.Blocks.Sentence);
    }
}
