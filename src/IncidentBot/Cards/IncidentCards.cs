using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Incidents;
using IncidentBot.Effects;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Cards;

/// <summary>
/// Refreshes all cards of an incident where no saved change triggers it: for a new incident, and once its channel exists.
/// </summary>
internal static class IncidentCards
{
    public static void RefreshCards(this IncidentDb db, Incident incident, DateTimeOffset now)
    {
        var lane = Lane.Incident(incident.Number);
        var subject = IncidentWords.Number(incident);
        if (!incident.IsPrivate)
        {
            // First, because the card of an incident without a channel goes into its thread.
            db.Enqueue(lane, new RefreshCard(BotMessageNames.Headline, subject), now);
        }

        db.Enqueue(lane, new RefreshCard(BotMessageNames.StatusCard, subject), now);
        if (incident.HasChannel)
        {
            db.Enqueue(lane, new SetTopic(incident.Number), now);
        }
    }
}
