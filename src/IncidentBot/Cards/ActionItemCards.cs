using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Effects;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Cards;

/// <summary>Refreshes everything that shows an action item; every handler that changes one calls this before it saves.</summary>
internal static class ActionItemCards
{
    /// <summary>
    /// The DMs about it, its owner's home tab, and the boards of running meetings, which also show items of
    /// earlier incidents.
    /// </summary>
    public static async Task RefreshItemAsync(this IncidentDb db, ActionItem item, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var messages = await db.ActionNotices.Where(notice => notice.ActionItemId == item.Id)
            .Select(notice => new { notice.Message, notice.Reader, notice.Kind }).Distinct().ToListAsync(cancellationToken);
        foreach (var message in messages)
        {
            db.Enqueue(Lane.Person(message.Reader), new RefreshCard(ActionNotice.CardOf(message.Kind), message.Message), now);
        }

        var running = await db.Boards.Where(board => board.FinishedAt == null).Select(board => board.IncidentNumber)
            .ToListAsync(cancellationToken);
        running.ForEach(number => db.RefreshBoard(number, now));
        db.Enqueue(Lane.Home(item.Owner), new PublishHome(item.Owner), now);
    }
}
