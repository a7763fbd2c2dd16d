using System.Globalization;
using IncidentBot.Cards;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Incidents;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.ActionItems;

/// <summary>An incident's action items and ideas, as the list shows them.</summary>
internal sealed record ActionList(
    Incident Incident, IReadOnlyList<ActionItem> Items, IReadOnlyList<ActionIdea> Ideas, ActionBudget Budget, DateTimeOffset Now);

/// <summary>Lists the action items and ideas of one incident, or the action items of one person, with buttons.</summary>
internal static class ActionListModal
{
    /// <summary>The subject of a person's own list; other lists use the incident's number.</summary>
    public const string Mine = "mine";

    private const int MaxRows = 20;

    public static Modal Render(ActionList list)
    {
        var (incident, items, ideas, budget, now) = list;
        var isResolved = incident.Status == IncidentStatus.Resolved;
        return Frame(incident.Number.ToString(CultureInfo.InvariantCulture),
        [
            new SectionBlock(Mrkdwn.Text($"*{IncidentWords.Title(incident)}*\n{Summary(items, budget, isResolved)}")),
            .. items.Take(MaxRows).SelectMany(item => Row(item, now, withOwner: true)),
            .. Ideas("Parked", [.. ideas.Where(idea => idea.State == IdeaState.Parked)], isResolved, budget),
            .. Ideas("Ideas", [.. ideas.Where(idea => idea.State == IdeaState.Collected)], isResolved, budget),
            new ActionsBlock(new Button(ItemActions.Add, isResolved ? "Add action item" : "Add idea")
            {
                Value = incident.Number.ToString(CultureInfo.InvariantCulture),
            }),
        ]);
    }

    public static Modal Render(IReadOnlyList<ActionItem> own, DateTimeOffset now) => Frame(Mine, own.Count == 0
        ? [new SectionBlock(Mrkdwn.Raw(ActionWords.NoneOpen))]
        : [.. own.Take(MaxRows).SelectMany(item => Row(item, now, withOwner: false))]);

    /// <summary>The button that makes an idea an action item.</summary>
    public static Button PromoteButton(ActionIdea idea) =>
        new(ItemActions.Promote, ItemActions.PromoteLabel) { Value = idea.Id.ToString("N") };

    private static Modal Frame(string subject, IReadOnlyList<Block> blocks) =>
        new("Action items") { CallbackId = OpenedList.CallbackId, PrivateMetadata = subject, Close = "Close", Blocks = blocks };

    private static Mrkdwn Summary(IReadOnlyList<ActionItem> items, ActionBudget budget, bool isResolved) => isResolved
        ? Mrkdwn.Text(
            $"{items.Count(item => item.State != ActionState.Dropped)} of {budget.Max} action items. "
            + $"Pick those most likely to have prevented this incident.")
        : Mrkdwn.Raw("Ideas are collected while the incident is open. The post-mortem decides which become action items.");

    private static IEnumerable<Block> Row(ActionItem item, DateTimeOffset now, bool withOwner)
    {
        yield return new SectionBlock(Mrkdwn.Text($"{ActionWords.Title(item)}\n{ActionWords.Facts(item, now, withOwner)}"))
        {
            Accessory = item.IsClosed
                ? ItemActions.Menu(item, (ItemActions.Reopen, "Reopen"), (ItemActions.History, HistoryModal.Label))
                : ItemActions.Menu(
                    item,
                    (ItemActions.Edit, "Edit…"),
                    (ItemActions.Done, "Done"),
                    (ItemActions.Start, "In progress"),
                    (ItemActions.Block, "Blocked on…"),
                    (ItemActions.Drop, "Drop…")),
        };
        if (item is { State: ActionState.Done, Verdict: null or EffectivenessVerdict.NotYet })
        {
            yield return FollowUpActions.Answers(item);
        }

        if (!item.IsClosed)
        {
            yield return new ActionsBlock(
                ItemActions.Button(ItemActions.NewDate, "Change date", item),
                ItemActions.Button(ItemActions.Reassign, "Reassign", item),
                ItemActions.Button(ItemActions.History, HistoryModal.Label, item));
        }
    }

    private static IEnumerable<Block> Ideas(string heading, IReadOnlyList<ActionIdea> ideas, bool isResolved, ActionBudget budget)
    {
        if (ideas.Count > 0)
        {
            yield return new HeaderBlock(heading);
        }

        foreach (var idea in ideas.Take(MaxRows))
        {
            var text = Mrkdwn.Join(
                "\n",
                Mrkdwn.Escape(idea.Text),
                idea.ParkedBecause is { } reason ? Mrkdwn.Text($"_{budget.Sentence(reason)}_") : Mrkdwn.Empty,
                Mrkdwn.Text($"added by {Mrkdwn.User(idea.CreatedBy.Value)}"));
            yield return new SectionBlock(text) { Accessory = isResolved ? PromoteButton(idea) : null };
        }
    }
}
