using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Cards;

/// <summary>One action item in a DM, with its answer or the buttons to answer with.</summary>
internal static class ActionItemRow
{
    /// <param name="kind">What the reader is asked.</param>
    /// <param name="item">The action.</param>
    /// <param name="reader">Who reads it.</param>
    /// <param name="deciding">Who decides on a proposed date.</param>
    /// <param name="now">The current time.</param>
    public static IEnumerable<Block> Render(
        NoticeKind kind, ActionItem item, PersonId reader, IReadOnlyList<PersonId> deciding, DateTimeOffset now)
    {
        var isOwn = item.Owner == reader;
        yield return new SectionBlock(Mrkdwn.Text($"{ActionWords.Title(item)}\n{ActionWords.Facts(item, now, withOwner: !isOwn)}"));
        if (Answer(kind, item, reader) is { } answer)
        {
            yield return new ContextBlock(answer);
            yield break;
        }

        if (kind == NoticeKind.Proposal)
        {
            yield return new ContextBlock(Mrkdwn.Text(
                $"{Mrkdwn.User(item.Owner.Value)} proposes {ActionWords.Day(item.ProposedDate ?? item.DueDate)}: "
                    + $"{item.ProposalReason ?? ""}"));
        }

        if (kind == NoticeKind.Reminder && item.ProposedDate is { } proposed)
        {
            yield return new ContextBlock(Mrkdwn.Text($"You proposed {ActionWords.Day(proposed)}; waiting for {Names(deciding)}."));
        }

        if (item.SnoozedUntil is { } until && until > now)
        {
            yield return new ContextBlock(Mrkdwn.Text($"Snoozed until {Mrkdwn.Date(until)}."));
        }

        yield return Buttons(kind, item);
    }

    /// <summary>The answer; null while the question is open.</summary>
    public static Mrkdwn? Answer(NoticeKind kind, ActionItem item, PersonId reader) => item switch
    {
        { State: ActionState.Done } => Mrkdwn.Raw(":white_check_mark: Done."),
        { State: ActionState.Dropped } => Mrkdwn.Raw("Dropped. No more reminders."),
        _ => kind switch
        {
            NoticeKind.Helper => item.Helpers.Contains(reader) ? null : Mrkdwn.Raw("You no longer help with this action item."),
            NoticeKind.OwnerWanted => item.NeedsOwner ? null : Mrkdwn.Text($"Now assigned to {Mrkdwn.User(item.Owner.Value)}."),
            NoticeKind.Proposal => item.ProposedDate is null ? Mrkdwn.Text($"Due date settled: {ActionWords.Day(item.DueDate)}.") : null,
            NoticeKind.LongOverdue => null,
            _ => OwnersAnswer(kind, item, reader),
        },
    };

    private static Mrkdwn? OwnersAnswer(NoticeKind kind, ActionItem item, PersonId reader) => item switch
    {
        _ when item.Owner != reader => Mrkdwn.Text($"Now assigned to {Mrkdwn.User(item.Owner.Value)}."),
        { NeedsOwner: true } => Mrkdwn.Raw("You declined. I asked the lead and the facilitator for another owner."),
        { ProposedDate: { } day } when kind == NoticeKind.Ask =>
            Mrkdwn.Text($"You proposed {ActionWords.Day(day)}; waiting for the lead or the facilitator."),
        { AcceptedAt: not null } when kind == NoticeKind.Ask => Mrkdwn.Raw(":ok_hand: Accepted. I'll remind you before it's due."),
        _ => null,
    };

    private static Mrkdwn Names(IReadOnlyList<PersonId> people) => people.Count == 0
        ? Mrkdwn.Raw("the lead or the facilitator")
        : Mrkdwn.Join(" or ", [.. people.Select(person => Mrkdwn.User(person.Value))]);

    private static ActionsBlock Buttons(NoticeKind kind, ActionItem item) => kind switch
    {
        NoticeKind.Ask => new ActionsBlock(
            ItemActions.Button(ItemActions.Accept, "Accept", item, ButtonStyle.Primary),
            ItemActions.Button(ItemActions.Propose, "Propose date", item),
            ItemActions.Button(ItemActions.Decline, "Not me", item)),
        NoticeKind.Proposal => new ActionsBlock(
            ItemActions.Button(ItemActions.AgreeToDate, "Accept proposal", item, ButtonStyle.Primary),
            ItemActions.Button(ItemActions.KeepDate, "Keep date", item),
            ItemActions.Button(ItemActions.History, HistoryModal.Label, item)),
        NoticeKind.OwnerWanted => new ActionsBlock(
            ItemActions.Button(ItemActions.Reassign, "Pick owner", item, ButtonStyle.Primary),
            ItemActions.Menu(item, (ItemActions.Drop, "Drop…"))),
        NoticeKind.Helper => new ActionsBlock(
            ItemActions.Button(ItemActions.Done, "Done", item, ButtonStyle.Primary),
            ItemActions.Button(ItemActions.Start, "In progress", item),
            ItemActions.Button(ItemActions.Block, "Blocked", item),
            ItemActions.Button(ItemActions.NewDate, "Change date", item)),
        NoticeKind.LongOverdue => new ActionsBlock(
            ItemActions.Button(ItemActions.NewDate, "Change date", item),
            ItemActions.Button(ItemActions.Reassign, "Pick owner", item),
            ItemActions.Menu(
                item, (ItemActions.Done, "Done"), (ItemActions.Drop, "Drop…"), (ItemActions.History, HistoryModal.Label))),
        _ => new ActionsBlock(
            ItemActions.Button(ItemActions.Done, "Done", item, ButtonStyle.Primary),
            ItemActions.Button(ItemActions.Start, "In progress", item),
            ItemActions.Button(ItemActions.Block, "Blocked", item),
            ItemActions.Button(ItemActions.NewDate, "Change date", item),
            ItemActions.Button(ItemActions.Decline, "Not me", item),
            ItemActions.Menu(
                item,
                (ItemActions.SnoozeDay, "Snooze 1 day"),
                (ItemActions.SnoozeThreeDays, "Snooze 3 days"),
                (ItemActions.SnoozeWeek, "Snooze 1 week"),
                (ItemActions.Reassign, "Reassign…"),
                (ItemActions.Drop, "Drop…"))),
    };
}
