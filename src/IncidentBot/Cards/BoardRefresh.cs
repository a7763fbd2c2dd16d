using System.Globalization;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Effects;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Cards;

/// <summary>Refreshes the board of a running meeting; handlers call this before they save something that the board shows.</summary>
internal static class BoardRefresh
{
    public static async Task RefreshBoardAsync(
        this IncidentDb db, int incidentNumber, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Boards.AnyAsync(board => board.IncidentNumber == incidentNumber && board.FinishedAt == null, cancellationToken))
        {
            db.RefreshBoard(incidentNumber, now);
        }
    }

    public static void RefreshBoard(this IncidentDb db, int incidentNumber, DateTimeOffset now) =>
        db.Enqueue(
            Lane.Incident(incidentNumber),
            new RefreshCard(BotMessageNames.Board, incidentNumber.ToString(CultureInfo.InvariantCulture)),
            now);
}
