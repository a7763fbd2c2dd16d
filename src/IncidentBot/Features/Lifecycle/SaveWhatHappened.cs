using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Forms;
using IncidentBot.People;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Lifecycle;

/// <summary>
/// Answers the form about what happened: saves all that was filled in, or nothing if something is refused. The need for a post-mortem
/// and its deadline follow.
/// </summary>
internal sealed class SaveWhatHappened(Access access, SharedForms forms, IncidentChanges changes, WhatHappenedForm form)
    : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var actor = new PersonId(submission.User.Id);
        var number = ButtonValue.Read(submission.View.PrivateMetadata).Number();
        var found = await access.FindAsync(actor, number, cancellationToken);
        if (!found.Ok)
        {
            return Answers.ToModal(found.Refusal, TriggersField.Block);
        }

        var current = new SharedForm(
            await form.RenderAsync(found.Value, cancellationToken), block => LastWriterOf(found.Value, block));
        if ((await forms.ReadAsync(submission, current, cancellationToken)).Instead is { } instead)
        {
            return instead;
        }

        var outcome = await changes.ApplyAsync(
            new ChangeRequest(actor, number),
            (incident, now) => WhatHappenedModal.Apply(submission.View, incident, actor, now),
            cancellationToken);
        return Answers.ToModal(outcome.Refusal, TriggersField.Block);
    }

    private static PersonId? LastWriterOf(Incident incident, string block) => block == TriggersField.Block
        ? incident.History.LastOrDefault(change => change.Fact == ChangedFact.Triggers)?.By
        : MilestoneFields.LastWriterOf(incident, block);
}
