using IncidentBot.Domain;
using IncidentBot.People;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;

namespace IncidentBot.Features.ActionItems;

/// <summary>Answers the form of a new action item, also of one that is made from an idea or a message.</summary>
internal sealed class AddItem(RequestLedger ledger, Access access, ItemOwners owners, NewItems items, ActionLists lists) : IViewSubmissionHandler
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
            return ItemNotice.Error(incident.Refusal);
        }

        var input = ItemFormModal.Read(submission.View.State);
        var (owner, refusal) = await owners.FindAsync(input.Owner, incident.Value, cancellationToken);
        if (refusal is not null)
        {
            return ItemNotice.Error(refusal);
        }

        ledger.Record(request);
        var added = await items.AddAsync(new NewItem(incident.Value, input.Draft with { Owner = owner }, actor, key), cancellationToken);
        if (!added.Ok)
        {
            return ItemNotice.Error(added.Refusal);
        }

        await lists.ShowAnewAsync(key.List, actor, cancellationToken);
        return added.Value.IsItem && key.List is not null
            ? ViewSubmissionResponse.Close
            : ViewSubmissionResponse.Update(ItemNotice.Render(added.Value.Sentence));
    }
}
