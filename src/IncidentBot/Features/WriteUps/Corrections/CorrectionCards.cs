using System.Globalization;
using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Effects;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Features.WriteUps.Corrections;

/// <summary>Refreshes everything that shows a correction.</summary>
internal static class CorrectionCards
{
    /// <summary>Its card, the draft's and the board. The caller saves.</summary>
    public static async Task RefreshCorrectionAsync(
        this IncidentDb db, CorrectionKey key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var lane = Lane.Incident(key.Number);
        db.Enqueue(lane, new RefreshCard(BotMessageNames.Correction, key.Write()), now);
        await db.RefreshDraftAsync(key.Number, now, cancellationToken);
        await db.RefreshBoardAsync(key.Number, now, cancellationToken);
    }

    /// <summary>The draft's message, once it is out. The caller saves.</summary>
    public static async Task RefreshDraftAsync(this IncidentDb db, int number, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.BotMessages.FindAsync([DraftCard.NameOf(number)], cancellationToken) is not null)
        {
            db.Enqueue(Lane.Incident(number), new RefreshCard(BotMessageNames.Draft, number.ToString(CultureInfo.InvariantCulture)), now);
        }
    }
}
