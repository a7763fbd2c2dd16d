using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Incidents;
using IncidentBot.Effects;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Cards;

/// <summary>The two places where an incident is discussed: its channel, and the thread of its headline.</summary>
internal static class IncidentPosts
{
    /// <summary>Posts in the incident's channel, or where an incident without a channel is discussed.</summary>
    public static void PostInChannel(
        this IncidentDb db, Incident incident, MessageContent content, DateTimeOffset now, string? name = null) =>
        db.Enqueue(Lane.Incident(incident.Number), new Post(Address.Incident(incident.Number), content, Name: name), now);

    /// <summary>A message for everyone who may see the incident: in the headline's thread, or in its channel when it is private.</summary>
    public static Post InPublic(Incident incident, MessageContent content) => incident.IsPrivate
        ? new Post(Address.Incident(incident.Number), content)
        : new Post(Address.Announcements, content, BotMessageNames.Card(BotMessageNames.Headline, incident.Number));

    /// <summary>
    /// Posts in the headline's thread in #incidents, in addition to the channel. Does nothing for a private incident, which has no
    /// headline, and for one without a channel, whose messages already go to that thread.
    /// </summary>
    public static void PostUnderHeadline(this IncidentDb db, Incident incident, MessageContent content, DateTimeOffset now)
    {
        if (incident is { IsPrivate: false, HasChannel: true })
        {
            var headline = BotMessageNames.Card(BotMessageNames.Headline, incident.Number);
            db.Enqueue(Lane.Incident(incident.Number), new Post(Address.Announcements, content, Under: headline), now);
        }
    }
}
