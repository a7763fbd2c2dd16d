using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.ActionItems;

/// <summary>Answers the forms behind "Blocked", "Drop", "Change date", "Propose date" and "Reassign".</summary>
internal sealed class SubmitItemAnswer(
    ItemSubmissions submissions, ItemAccess access, ItemOwners owners, ItemChanges changes, ActionLists lists) : IViewSubmissionHandler
{
    public Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken) =>
        submissions.AnswerAsync(submission, sent => DecideAsync(sent, cancellationToken), cancellationToken);

    private async Task<FormDecision> DecideAsync(ItemSubmission sent, CancellationToken cancellationToken)
    {
        var found = await access.FindAsync(sent.By, sent.Key.Id, cancellationToken);
        if (!found.Ok)
        {
            return found.Refusal;
        }

        var answer = ActionItemReasonModal.Read(sent.Sent.View.State);
        var (owner, refusal) = await owners.FindAsync(answer.Owner, found.Value.Incident, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        submissions.Record(sent);
        var action = sent.Sent.View.CallbackId;
        var result = await changes.ApplyAsync(
            found.Value, sent.By, now => Decide(action, found.Value, answer, owner, sent.By, now), cancellationToken);
        return result.Ok && action == ItemActions.Drop ? await OfferNextIdeaAsync(found.Value.Incident.Number, cancellationToken) : result;
    }

    /// <summary>After a drop there is room again for the best parked idea.</summary>
    private async Task<FormDecision> OfferNextIdeaAsync(int number, CancellationToken cancellationToken) =>
        await lists.NextToPromoteAsync(number, cancellationToken) is { } waiting
            ? new FormDecision
            {
                SavedResponse = ViewSubmissionResponse.Update(ItemResultModal.Render(
                    Mrkdwn.Text($"Dropped. There's now room for this parked idea:\n*{waiting.Text}*"),
                    new ActionsBlock(ActionListModal.PromoteButton(waiting)))),
            }
            : Result.Accepted;

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
