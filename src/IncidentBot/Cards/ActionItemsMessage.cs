using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Cards;

/// <summary>
/// A DM about action items: a request, a reminder, or an escalation. It is a card, so it shows every answer, wherever
/// it was given, and has buttons only for what is still open.
/// </summary>
internal sealed class ActionItemsMessage(IncidentDb db, TimeProvider time) : ICard
{
    /// <summary>Keeps the message below Slack's limit of 50 blocks; "Show all" opens the rest.</summary>
    private const int MaxRows = 12;

    public async Task<CardView?> RenderAsync(string subject, CancellationToken cancellationToken)
    {
        var notices = await db.ActionNotices.AsNoTracking().Where(notice => notice.Message == subject).ToListAsync(cancellationToken);
        if (notices.Count == 0)
        {
            return null;
        }

        var ids = notices.ConvertAll(notice => notice.ActionItemId);
        var items = await db.ActionItems.AsNoTracking().Where(item => ids.Contains(item.Id))
            .ToDictionaryAsync(item => item.Id, cancellationToken);
        var reader = notices[0].Reader;
        var rows = notices.OrderBy(notice => notice.Kind).DistinctBy(notice => notice.ActionItemId)
            .Select(notice => (notice.Kind, Item: items[notice.ActionItemId])).OrderBy(row => row.Item.DueDate).ToList();
        var deciding = await DecidingAsync(rows.ConvertAll(row => row.Item), cancellationToken);
        return new CardView(PlaceOf(subject, reader), Render(rows, reader, deciding, time.GetUtcNow()))
        {
            IsSettled = AreAnswered(rows, reader),
        };
    }

    /// <summary>The subject of a message that replies in a thread of the DM.</summary>
    public static string InThread(string subject, string channelId, string ts) => $"{subject}@{channelId}/{ts}";

    private static Address PlaceOf(string subject, PersonId reader) =>
        subject.Split('@', '/') is [_, var channelId, var ts] ? Address.Thread(channelId, ts) : Address.Person(reader);

    /// <summary>Who decides on a proposed date, for the incidents of items that have one.</summary>
    private async Task<ILookup<int, PersonId>> DecidingAsync(List<ActionItem> items, CancellationToken cancellationToken)
    {
        var numbers = items.Where(item => item.ProposedDate is not null).Select(item => item.IncidentNumber).Distinct().ToList();
        var incidents = numbers.Count == 0
            ? []
            : await db.Incidents.AsNoTracking().Where(incident => numbers.Contains(incident.Number)).ToListAsync(cancellationToken);
        var facilitators = numbers.Count == 0
            ? []
            : await db.PostMortems.AsNoTracking().Where(each => numbers.Contains(each.IncidentNumber))
                .ToDictionaryAsync(each => each.IncidentNumber, each => each.Facilitator, cancellationToken);
        return incidents
            .SelectMany(incident => PostMortemReminders.Responsible(
                incident.Lead, facilitators.GetValueOrDefault(incident.Number), incident.DeclaredBy),
                (incident, person) => (incident.Number, person))
            .ToLookup(each => each.Number, each => each.person);
    }

    private static MessageContent Render(
        List<(NoticeKind Kind, ActionItem Item)> rows, PersonId reader, ILookup<int, PersonId> deciding, DateTimeOffset now)
    {
        var heading = Heading(rows, reader);
        return new MessageContent(
            heading,
            [
                new SectionBlock(heading),
                .. rows.Take(MaxRows).SelectMany(row => ActionItemRow.Render(
                    row.Kind, row.Item, reader, [.. deciding[row.Item.IncidentNumber]], now)),
                .. rows.Count > MaxRows
                    ? [new ActionsBlock(new Button(ItemActions.Mine, $"Show all ({rows.Count})"))]
                    : Array.Empty<Block>(),
            ]);
    }

    private static bool AreAnswered(List<(NoticeKind Kind, ActionItem Item)> rows, PersonId reader) =>
        rows.TrueForAll(row => ActionItemRow.Answer(row.Kind, row.Item, reader) is not null);

    private static Mrkdwn Heading(List<(NoticeKind Kind, ActionItem Item)> rows, PersonId reader)
    {
        var one = rows.Count == 1;
        if (AreAnswered(rows, reader))
        {
            return rows.TrueForAll(row => row.Item.State == ActionState.Done)
                ? Mrkdwn.Raw("Done, thanks: one less way for this to happen again.")
                : Mrkdwn.Raw("Nothing needs your answer right now.");
        }

        return rows[0].Kind switch
        {
            NoticeKind.Ask when one => Mrkdwn.Raw("You were assigned an action item. Do you accept it?"),
            NoticeKind.Ask => Mrkdwn.Text($"You were assigned {rows.Count} action items. Do you accept them?"),
            NoticeKind.Helper when one => Mrkdwn.Raw("You help with this action item."),
            NoticeKind.Helper => Mrkdwn.Text($"You help with these {rows.Count} action items."),
            NoticeKind.Reminder when one => Mrkdwn.Raw("How is this action item going?"),
            NoticeKind.Reminder => Mrkdwn.Text($"How are these {rows.Count} action items going?"),
            NoticeKind.List => Mrkdwn.Raw("Well done. Which one did you finish?"),
            _ when one => Mrkdwn.Raw("An action item needs a decision from you."),
            _ => Mrkdwn.Text($"{rows.Count} action items need a decision from you."),
        };
    }
}
