using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
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
        var rows = notices.Select(notice => (notice.Kind, Item: items[notice.ActionItemId])).OrderBy(row => row.Item.DueDate).ToList();
        return new CardView(PlaceOf(subject, reader), Render(rows, reader, time.GetUtcNow()));
    }

    /// <summary>The subject of a message that replies in a thread of the DM.</summary>
    public static string InThread(string subject, string channelId, string ts) => $"{subject}@{channelId}/{ts}";

    private static Address PlaceOf(string subject, PersonId reader) =>
        subject.Split('@', '/') is [_, var channelId, var ts] ? Address.Thread(channelId, ts) : Address.Person(reader);

    public static MessageContent Render(IReadOnlyList<(NoticeKind Kind, ActionItem Item)> rows, PersonId reader, DateTimeOffset now)
    {
        var heading = Heading(rows, reader);
        return new MessageContent(
            heading,
            [
                new SectionBlock(heading),
                .. rows.Take(MaxRows).SelectMany(row => ActionItemRow.Render(row.Kind, row.Item, reader, now)),
                .. rows.Count > MaxRows
                    ? [new ActionsBlock(new Button(ItemActions.Mine, $"Show all ({rows.Count})"))]
                    : Array.Empty<Block>(),
            ]);
    }

    private static Mrkdwn Heading(IReadOnlyList<(NoticeKind Kind, ActionItem Item)> rows, PersonId reader)
    {
        var one = rows.Count == 1;
        if (rows.All(row => ActionItemRow.Answer(row.Kind, row.Item, reader) is not null))
        {
            return rows.All(row => row.Item.State == ActionState.Done)
                ? Mrkdwn.Raw("Done, thanks: one less way for this to happen again.")
                : Mrkdwn.Raw("Nothing needs your answer right now.");
        }

        return rows[0].Kind switch
        {
            NoticeKind.Ask when one => Mrkdwn.Raw("You were assigned an action item. Do you accept it?"),
            NoticeKind.Ask => Mrkdwn.Text($"You were assigned {rows.Count} action items. Do you accept them?"),
            NoticeKind.Reminder when one => Mrkdwn.Raw("How is this action item going?"),
            NoticeKind.Reminder => Mrkdwn.Text($"How are these {rows.Count} action items going?"),
            NoticeKind.List => Mrkdwn.Raw("Well done. Which one did you finish?"),
            _ when one => Mrkdwn.Raw("An action item needs a decision from you."),
            _ => Mrkdwn.Text($"{rows.Count} action items need a decision from you."),
        };
    }
}
