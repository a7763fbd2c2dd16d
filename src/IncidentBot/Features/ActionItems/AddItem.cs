using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Forms.Wording;
using IncidentBot.People;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;

namespace IncidentBot.Features.ActionItems;

/// <summary>Answers the form of a new action item, also of one that is made from an idea or a message.</summary>
internal sealed class AddItem(
    RequestLedger ledger, Access access, BlameReview wording, ItemOwners owners, NewItems items, ActionLists lists) : IViewSubmissionHandler
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
        var incident = await access.FindAsync(actor, key.Incident, cancellationToken);
        if (!incident.Ok)
        {
            return ItemNoticeModal.Error(incident.Refusal);
        }

        // An idea is never refused; the post-mortem decides about it.
        ReviewedField[] worded = await items.StaysIdeaAsync(incident.Value, cancellationToken) ? [] : [ItemFormModal.Worded(isEdit: false)];
        var reviewed = await wording.LookAsync(submission, incident.Value, worded, cancellationToken);
        return reviewed.Instead ?? reviewed.Form.Answer(await AddAsync(reviewed.Submission, incident.Value, key, actor, cancellationToken));
    }

    private async Task<ViewSubmissionResponse> AddAsync(
        ViewSubmission submission, Incident incident, FormKey key, PersonId actor, CancellationToken cancellationToken)
    {
        var input = ItemFormModal.Read(submission.View.State);
        var (owner, refusal) = await owners.FindAsync(input.Owner, incident, cancellationToken);
        if (refusal is not null)
        {
            return ItemNoticeModal.Error(refusal);
        }

        ledger.Record(RequestLedger.KeyOf(submission));
        var added = await items.AddAsync(new NewItem(incident, input.Draft with { Owner = owner }, actor, key), cancellationToken);
        if (!added.Ok)
        {
            return ItemNoticeModal.Error(added.Refusal);
        }

        await lists.RefreshAsync(key.List, actor, cancellationToken);
        return added.Value.IsItem && key.List is not null
            ? ViewSubmissionResponse.Close
            : ViewSubmissionResponse.Update(ItemNoticeModal.Render(added.Value.Sentence));
    }
}
