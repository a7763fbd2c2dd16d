using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Forms;
using IncidentBot.People;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Answers the edit modal: saves all changed fields, or nothing if one is refused.</summary>
internal sealed class EditIncident(
    Access access, SharedForms forms, IncidentChanges changes, RoleCandidates candidates, ChannelPrivacy privacy) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        if (EditFields.ReadLead(submission.View) is { } lead
            && await candidates.RefuseAsync(lead, EditModal.Blocks.Lead, cancellationToken) is { } refusal)
        {
            return Answers.ToModal(refusal, EditModal.Blocks.Lead);
        }

        var actor = new PersonId(submission.User.Id);
        var number = ButtonValue.Read(submission.View.PrivateMetadata).Number();
        var found = await access.FindAsync(actor, number, cancellationToken);
        if (!found.Ok)
        {
            return Answers.ToModal(found.Refusal, EditModal.Blocks.Title);
        }

        if (EditFields.ReadPrivate(submission.View) is { } isPrivate
            && await privacy.RefuseAsync(found.Value, isPrivate, cancellationToken) is { } impossible)
        {
            return Answers.ToModal(impossible, EditModal.Blocks.Options);
        }

        var current = new SharedForm(EditModal.Render(found.Value), block => EditFields.LastChangeOf(found.Value, block)?.By);
        var answers = await forms.ReadAsync(submission, current, cancellationToken);
        if (answers.Instead is { } instead)
        {
            return instead;
        }

        var edits = EditFields.Read(submission.View);
        var outcome = await changes.ApplyAsync(
            new ChangeRequest(actor, number), (incident, at) => FieldEdit.ApplyAll(edits, incident, actor, at), cancellationToken);
        return Answers.ToModal(outcome.Refusal, EditModal.Blocks.Title);
    }
}
