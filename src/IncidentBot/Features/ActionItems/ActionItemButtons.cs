using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Workspace;

namespace IncidentBot.Features.ActionItems;

/// <summary>Answers every button and menu of an action item: acts at once, or opens a form first.</summary>
internal sealed class ActionItemButtons(
    ItemAccess access, ItemChanges changes, ActionLists lists, Replies replies, ItemFormOpener forms) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var (action, id) = ReadButton(request.Action);
        var actor = new PersonId(request.User.Id);
        var found = await access.FindAsync(actor, id, cancellationToken);
        if (!found.Ok)
        {
            await replies.SendAsync(request, Mrkdwn.Escape(found.Refusal.Sentence), cancellationToken);
            return;
        }

        var opened = found.Value;
        if (Form(action, opened, OpenedList.Of(request), forms.SprintEnd(opened.Item.DueZone)) is { } form)
        {
            await forms.ShowAsync(request, form, cancellationToken);
            return;
        }

        var result = await changes.ApplyAsync(opened, actor, now => Decide(action, opened, actor, now), cancellationToken);
        if (!result.Ok)
        {
            await replies.SendAsync(request, Mrkdwn.Escape(result.Refusal.Sentence), cancellationToken);
            return;
        }

        await lists.RefreshAsync(OpenedList.Of(request), actor, cancellationToken);
    }

    private static (string Action, Guid Id) ReadButton(BlockAction pressed)
    {
        var value = ButtonValue.Read(pressed.Data);
        return value.Count > 1 ? (value.Text(), value.Id(1)) : (pressed.ActionId, value.Id());
    }

    private static Modal? Form(string action, OpenedItem opened, OpenedList? list, DateOnly sprintEnd)
    {
        var (incident, item, _) = opened;
        var key = new FormKey(incident.Number, item.Id.ToString("N"), List: list);
        return action switch
        {
            ItemActions.Edit => ItemFormModal.Render(ItemForm.Edit(key, incident, item)),
            ItemActions.History => HistoryModal.Render(item.Text, item.History.Select(HistoryModal.Of)),
            _ => ActionItemReasonModal.Render(action, item, key, sprintEnd),
        };
    }

    private static Result Decide(string action, OpenedItem opened, PersonId by, DateTimeOffset now)
    {
        var (_, item, rights) = opened;
        return action switch
        {
            ItemActions.Accept => item.Accept(by, now),
            ItemActions.Decline => item.Decline(by, now),
            ItemActions.Done => item.Complete(by, rights, now),
            ItemActions.Start => item.Start(by, rights, now),
            ItemActions.Reopen => item.Reopen(by, rights, now),
            ItemActions.SnoozeDay => item.Snooze(SnoozeLength.OneDay, by, rights, now),
            ItemActions.SnoozeThreeDays => item.Snooze(SnoozeLength.ThreeDays, by, rights, now),
            ItemActions.SnoozeWeek => item.Snooze(SnoozeLength.OneWeek, by, rights, now),
            ItemActions.AgreeToDate => item.AcceptProposal(by, rights, now),
            ItemActions.KeepDate => item.KeepDate(by, rights, now),
            _ => new Refusal("That button no longer works. Use the action item's menu instead."),
        };
    }
}
