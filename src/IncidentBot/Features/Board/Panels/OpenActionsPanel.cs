using IncidentBot.Cards;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Recurrence;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Recurrence;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.Board.Panels;

/// <summary>The actions of earlier post-mortems, each with buttons for its status.</summary>
internal static class OpenActionsPanel
{
    private const int MostReopened = 2;

    public static PhasePanel Of(BoardView view) => new([.. Render(view)]);

    private static IEnumerable<Block> Render(BoardView view)
    {
        foreach (var known in Known(view.Earlier))
        {
            yield return known;
        }

        if (view.Earlier.Items.Count == 0)
        {
            yield return new SectionBlock(Mrkdwn.Raw("No open actions from earlier post-mortems."));
            yield break;
        }

        if (view.Earlier.StoppedTooEarly is { } sentence && !view.Earlier.Repeats.Any(topic => topic.Actions.StoppedTooEarly))
        {
            yield return new SectionBlock(Mrkdwn.Text($":mag: {sentence}"));
        }

        foreach (var item in view.Earlier.Items.Take(EarlierItems.MostShown))
        {
            yield return new SectionBlock(Mrkdwn.Text(
                $"{Quoted(item)}\n{ActionWords.OwnerWithTeam(item)} · {ActionWords.Due(item, view.Now)}"));
            if (!item.IsClosed)
            {
                yield return new ActionsBlock([.. Buttons(item)]);
            }
        }

        if (view.Earlier.Items.Count > EarlierItems.MostShown)
        {
            var more = view.Earlier.Items.Count - EarlierItems.MostShown;
            yield return new ContextBlock(Mrkdwn.Text($"And {more} more: type `{view.Earlier.Command} actions all`."));
        }
    }

    /// <summary>What the meeting begins with: causes that are back, and gaps that are open again.</summary>
    private static IEnumerable<Block> Known(EarlierActions actions)
    {
        foreach (var topic in actions.Repeats)
        {
            yield return new SectionBlock(Repeat(topic));
        }

        foreach (var earlier in actions.Reopened.Take(MostReopened))
        {
            yield return new SectionBlock(Mrkdwn.Join(
                "\n",
                [
                    Mrkdwn.Text(
                        $":warning: *The structural gap of incident {earlier.Number} is open again:* {FollowUpWords.Gap(earlier.Gap)}"),
                    .. earlier.Causes.Take(MostReopened).Select(FollowUpWords.Of),
                ]));
        }
    }

    /// <summary>"3rd time: Shared pool without a limit", and what became of the earlier actions.</summary>
    private static Mrkdwn Repeat(RepeatTopic topic)
    {
        var heading = topic.Service is { } service
            ? Mrkdwn.Text($":repeat: *Known cause of {service}, seen {Times(topic.Times)}: {topic.Class}*")
            : Mrkdwn.Text($":repeat: *{Ordinals.Of(topic.Times)} time: {topic.Class}*");
        var actions = Mrkdwn.Text($"Earlier actions: {topic.Actions.Counts}.");
        return Mrkdwn.Join("\n", heading, topic.Actions.StoppedTooEarly
            ? Mrkdwn.Text($"{actions} The earlier analysis stopped too early: ask one more why.")
            : actions);
    }

    private static string Times(int times) => times == 1 ? "once" : times == 2 ? "twice" : FormattableString.Invariant($"{times} times");

    /// <summary>The incident, the action's text, and its status: "Incident #42: “Add circuit breaker” — DONE".</summary>
    private static Mrkdwn Quoted(ActionItem item) =>
        Mrkdwn.Text($"Incident #{item.IncidentNumber}: “{item.Text}” — *{State(item)}*");

    private static Mrkdwn State(ActionItem item) => item switch
    {
        { State: ActionState.Done } => Mrkdwn.Raw("DONE"),
        { State: ActionState.Dropped } => Mrkdwn.Text($"DROPPED ({item.StateReason ?? ""})"),
        { State: ActionState.Blocked } => Mrkdwn.Text($"IN PROGRESS (blocked on {item.StateReason ?? ""})"),
        { State: ActionState.InProgress } => Mrkdwn.Raw("IN PROGRESS"),
        { NeedsOwner: true } => Mrkdwn.Raw("NOT STARTED (reassigning)"),
        _ => Mrkdwn.Raw("NOT STARTED"),
    };

    private static IEnumerable<IActionsElement> Buttons(ActionItem item)
    {
        yield return ItemActions.Button(ItemActions.Done, "Done", item);
        if (item.State != ActionState.InProgress)
        {
            yield return ItemActions.Button(ItemActions.Start, "In progress", item);
        }

        yield return ItemActions.Button(ItemActions.Block, "Blocked on…", item);
        if (item.State != ActionState.Open)
        {
            yield return ItemActions.Button(ItemActions.Reopen, "Not started", item);
        }

        yield return ItemActions.Button(ItemActions.Reassign, "Reassign…", item);
        yield return ItemActions.Menu(item, (ItemActions.NewDate, "Change date…"), (ItemActions.Drop, "Drop…"));
    }
}
