using IncidentBot.Domain.Incidents;
using IncidentBot.Outbox;
using IncidentBot.Outbox.Effects;
using IncidentBot.Storage;

namespace IncidentBot.Surfaces;

/// <summary>The two places where an incident is spoken of: its own channel, and the thread of its headline.</summary>
internal static class IncidentPosts
{
    /// <summary>Says something in the incident's channel; a report has none.</summary>
    public static void PostInChannel(this IncidentDb db, Incident incident, MessageContent content, DateTimeOffset now, string? name = null)
    {
        if (!incident.IsReport)
        {
            db.Enqueue(Lane.Incident(incident.Number), new Post(Address.Incident(incident.Number), content, Name: name), now);
        }
    }

    /// <summary>Says something in the thread of the headline in #incidents; a private incident has none.</summary>
    public static void PostUnderHeadline(this IncidentDb db, Incident incident, MessageContent content, DateTimeOffset now)
    {
        if (!incident.IsPrivate)
        {
            var headline = BotMessageNames.Card(BotMessageNames.Headline, incident.Number);
            db.Enqueue(Lane.Incident(incident.Number), new Post(Address.Announcements, content, Under: headline), now);
        }
    }
}
