using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Workspace;

namespace IncidentBot.Features.ActionItems;

/// <summary>
/// Answers "Assign to me" in #incidents, for an action item without an active owner or responsible person. The first to press gets it.
/// </summary>
internal sealed class TakeItem(ItemAccess access, PeopleDirectory people, ItemChanges changes, Replies replies) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var id = ButtonValue.Read(request.Action.Data).Id();
        var actor = new PersonId(request.User.Id);
        var found = await access.FindAsync(actor, id, cancellationToken);
        if (!found.Ok)
        {
            await replies.SendAsync(request, Mrkdwn.Escape(found.Refusal.Sentence), cancellationToken);
            return;
        }

        var item = found.Value.Item;
        if (item.IsClosed || !(await people.FindAsync(item.Owner, cancellationToken)).IsDeactivated)
        {
            await replies.SendAsync(request, Mrkdwn.Raw("This action item already has an owner, or is closed."), cancellationToken);
            return;
        }

        var owner = ItemOwners.Owner(await people.FindAsync(actor, cancellationToken));
        await changes.ApplyAsync(found.Value, actor, at => item.HandOver(owner, at), cancellationToken);
        await replies.ReplaceAsync(
            request, Mrkdwn.Text($"{Mrkdwn.User(actor.Value)} took the action item *{item.Text}*"), cancellationToken);
    }
}
