using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Board;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.PostMortems;

/// <summary>The action items of earlier incidents, which a meeting reviews on its board.</summary>
internal static class EarlierItems
{
    /// <summary>How many a board shows.</summary>
    public const int MostShown = 8;

    /// <summary>Whether the board is in a phase that shows them.</summary>
    public static bool AreShown(MeetingBoard board) =>
        board.CurrentRun.Phase is AgendaPhaseKind.OpenActions or AgendaPhaseKind.Patterns;

    /// <summary>Those of all other incidents, except private ones.</summary>
    public static IQueryable<ActionItem> ItemsOfOthers(this IncidentDb db, int number) => db.ActionItems.AsNoTracking().Where(
        item => db.Incidents.Any(other => other.Number == item.IncidentNumber && other.Number != number && !other.IsPrivate));

    /// <summary>The order of the board: open ones first, by their due date.</summary>
    public static IQueryable<ActionItem> InBoardOrder(this IQueryable<ActionItem> items) =>
        items.OrderBy(item => item.ClosedAt != null).ThenBy(item => item.DueDate).ThenBy(item => item.Id);

    /// <summary>Whether the board shows this open item now.</summary>
    public static async Task<bool> ShowsAsync(
        this IncidentDb db, MeetingBoard board, ActionItem item, CancellationToken cancellationToken) =>
        AreShown(board) && !item.IsClosed && await db.ItemsOfOthers(board.IncidentNumber).Where(other => other.ClosedAt == null)
            .InBoardOrder().Take(MostShown).AnyAsync(shown => shown.Id == item.Id, cancellationToken);
}
