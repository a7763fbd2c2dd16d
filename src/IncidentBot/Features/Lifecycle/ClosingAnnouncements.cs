using IncidentBot.Cards;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Effects;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Posts to the channel and the headline's thread when an incident is resolved, cancelled or reopened.</summary>
internal sealed class ClosingAnnouncements(IncidentDb db)
{
    public async Task PostAsync(
        Incident incident, PostMortem? postMortem, PersonId actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        switch (incident.Status)
        {
            case IncidentStatus.Resolved:
                Resolved(incident, postMortem, actor, now);
                break;
            case IncidentStatus.Cancelled:
                db.PostInChannel(incident, ClosingMessage.Cancelled(incident, actor), now);
                db.PostUnderHeadline(incident, ClosingMessage.Cancelled(incident, actor), now);
                break;
            default:
                await ReopenedAsync(incident, postMortem, actor, now, cancellationToken);
                break;
        }
    }

    private void Resolved(Incident incident, PostMortem? postMortem, PersonId actor, DateTimeOffset now)
    {
        var card = BotMessageNames.Card(BotMessageNames.ResolveCard, incident.Number);
        db.PostInChannel(incident, ResolveCard.Render(incident, postMortem), now, card);
        db.PostUnderHeadline(incident, ClosingMessage.Resolved(incident, postMortem, actor), now);
        db.Enqueue(Lane.Reading(incident.Number), new ReadChannel(incident.Number), now);
        if (postMortem is not null && incident.HasChannel)
        {
            db.Enqueue(Lane.Incident(incident.Number), Bookmark.To(card, incident.Number, BookmarkTitles.PostMortem, ":mag_right:"), now);
        }
    }

    private async Task ReopenedAsync(
        Incident incident, PostMortem? postMortem, PersonId actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var archived = await db.Channels.FindAsync([incident.Number], cancellationToken) is { IsArchived: true } channel ? channel : null;
        var message = ClosingMessage.Reopened(incident, postMortem, actor, archived);
        db.PostInChannel(incident, message, now);
        db.PostUnderHeadline(incident, message, now);
        if (archived is not null)
        {
            db.Enqueue(
                Lane.Person(actor),
                new Post(Address.Person(actor), ClosingMessage.ReopenedWithoutChannel(incident, archived)),
                now);
        }
    }
}
