using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;

namespace IncidentBot.Features.ActionItems;

/// <summary>Answers the forms behind Blocked, Drop, New date, Propose date and Pick an owner.</summary>
internal sealed class SubmitItemAnswer(
    RequestLedger ledger, ItemAccess access, ItemOwners owners, ItemChanges changes, ActionLists lists) : IViewSubmissionHandler
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

        var answer = ActionItemReasonModal.Read(submission.View.State);
        var (owner, refusal) = await owners.FindAsync(answer.Owner, found.Value.Incident, cancellationToken);
        if (refusal is not null)
        {
            return ItemNoticeModal.Error(refusal);
        }

        ledger.Record(request);
        var action = submission.View.CallbackId;
        var result = await changes.ApplyAsync(
            found.Value, actor, now => Decide(action, found.Value, answer, owner, actor, now), cancellationToken);
        if (!result.Ok)
        {
            return ItemNoticeModal.Error(result.Refusal);
        }

        await lists.RefreshAsync(key.List, actor, cancellationToken);
        return action == ItemActions.Drop && await lists.NextToPromoteAsync(found.Value.Incident.Number, cancellationToken) is { } waiting
            ? ViewSubmissionResponse.Update(ItemNoticeModal.Render(
                Mrkdwn.Text($"Dropped. There is room for this parked idea now:\n*{waiting.Text}*"),
                new ActionsBlock(ActionListModal.PromoteButton(waiting))))
            : ViewSubmissionResponse.Close;
    }

    private static Result Decide(string action, OpenedItem opened, ItemAnswer answer, ActionOwner? owner, PersonId by, DateTimeOffset now)
    {
        var (_, item, rights) = opened;
        return action switch
        {
            ItemActions.Block => item.Block(answer.Reason, by, rights, now),
            ItemActions.Drop => item.Drop(answer.Reason, by, rights, now),
            ItemActions.NewDate when answer.Due is { } due => item.NewDate(due, answer.Reason, by, rights, now),
            ItemActions.Propose when answer.Due is { } due => item.ProposeDate(due, answer.Reason, by, now),
            ItemActions.Reassign when owner is not null => item.Reassign(owner, by, rights, now),
            ItemActions.Reassign => new Refusal("Choose a new owner.", ActionItemReasonModal.Blocks.Owner),
            _ => new Refusal("Choose a date.", ActionItemReasonModal.Blocks.Due),
        };
    }
}
