using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Digests.Subscriptions;

/// <summary>A section of someone's reminder: the week of a service that they subscribed to.</summary>
internal sealed class ServiceDigestCard(IncidentDb db, ServiceWeek week) : ICard
{
    public async Task<CardView?> RenderAsync(string subject, CancellationToken cancellationToken)
    {
        var parts = ButtonValue.Read(subject);
        var id = parts.Id();
        var subscription = await db.ServiceSubscriptions.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancellationToken);
        return subscription is not null
            && await week.RenderAsync(subscription, DateTimeOffset.FromUnixTimeSeconds(parts.Seconds(1)), cancellationToken) is { } content
            ? new CardView(Address.Person(new PersonId(subscription.Target)), content)
            : null;
    }
}
