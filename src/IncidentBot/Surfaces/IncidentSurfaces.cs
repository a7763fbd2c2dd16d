using IncidentBot.Domain.Incidents;
using IncidentBot.Outbox;
using IncidentBot.Outbox.Effects;
using IncidentBot.Storage;

namespace IncidentBot.Surfaces;

/// <summary>What must be shown anew when an incident changed; every handler that changes one calls this before it saves.</summary>
internal static class IncidentSurfaces
{
    public static void RefreshSurfaces(this IncidentDb db, Incident incident, DateTimeOffset now)
    {
        var lane = Lane.Incident(incident.Number);
        var subject = IncidentWords.Number(incident);
        if (!incident.IsReport)
        {
            db.Enqueue(lane, new RefreshCard(BotMessageNames.StatusCard, subject), now);
            db.Enqueue(lane, new SetTopic(incident.Number), now);
        }

        if (!incident.IsPrivate)
        {
            db.Enqueue(lane, new RefreshCard(BotMessageNames.Headline, subject), now);
        }
    }
}
