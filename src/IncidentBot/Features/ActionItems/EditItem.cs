using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Forms;
using IncidentBot.Forms.Wording;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;

namespace IncidentBot.Features.ActionItems;

/// <summary>Answers the form of an action item that exists; changes by others since it was opened are kept or shown first.</summary>
internal sealed class EditItem(
    RequestLedger ledger,
    ItemAccess access,
    BlameReview wording,
    SharedForms forms,
    ItemChanges changes,
    ActionLists lists) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var request = RequestLedger.KeyOf(submission);
        if (await ledger.FindAsync(request, cancellationToken) is not null)
        {
            return ViewSubmissionResponse.Close;
        }

        var actor = new PersonId(submission.User.Id);
        var key = FormKey.Of(submission.View.PrivateMetadata);
        var found = await access.FindAsync(actor, key.Id, cancellationToken);
        if (!found.Ok)
        {
            return ItemNoticeModal.Error(found.Refusal);
        }

        var reviewed = await wording.LookAsync(submission, found.Value.Incident, [ItemFormModal.Worded(isEdit: true)], cancellationToken);
        return reviewed.Instead ?? reviewed.Form.Answer(await EditAsync(reviewed.Submission, found.Value, key, actor, cancellationToken));
    }

    private async Task<ViewSubmissionResponse> EditAsync(
        ViewSubmission submission, OpenedItem opened, FormKey key, PersonId actor, CancellationToken cancellationToken)
    {
        var (incident, item, rights) = opened;
        var shown = new SharedForm(ItemFormModal.Render(ItemForm.Edit(key, incident, item)), _ => item.LastEdit?.By);
        var answers = await forms.ReadAsync(submission, shown, cancellationToken);
        if (answers.Instead is { } instead)
        {
            return instead;
        }

        ledger.Record(RequestLedger.KeyOf(submission));
        var draft = ItemFormModal.Read(answers.State).Draft with { Rank = item.Rank };
        var result = await changes.ApplyAsync(
            opened, actor, now => item.Edit(draft, ActionLimits.NeedsMetric(incident.Severity), actor, rights, now), cancellationToken);
        if (!result.Ok)
        {
            return ItemNoticeModal.Error(result.Refusal);
        }

        await lists.RefreshAsync(key.List, actor, cancellationToken);
        return ViewSubmissionResponse.Close;
    }
}
