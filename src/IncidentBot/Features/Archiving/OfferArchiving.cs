using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Effects;
using IncidentBot.Jobs;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Archiving;

/// <summary>Offers to archive incidents' own channels whose write-up has been out for a week, after reading them a last time.</summary>
internal sealed class OfferArchiving(IncidentDb db) : ISweep
{
    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var latest = now - ArchiveOffers.Interval;
        var published = db.PostMortems.AsNoTracking().Where(each => each.WriteUp.PublishedAt <= latest);
        var own = published.Select(each => new PublishedIncident
        {
            Number = each.IncidentNumber,
            PublishedAt = each.WriteUp.PublishedAt!.Value,
        });
        var covered = published.Join(
            db.Incidents.Where(incident => incident.CoveredBy != null),
            each => (int?)each.IncidentNumber,
            incident => incident.CoveredBy,
            (each, incident) => new PublishedIncident { Number = incident.Number, PublishedAt = each.WriteUp.PublishedAt!.Value });
        foreach (var each in (await WithChannelAsync(own, cancellationToken)).Concat(await WithChannelAsync(covered, cancellationToken)))
        {
            var channel = await db.Channels.SingleAsync(channel => channel.IncidentNumber == each.Number, cancellationToken);
            if (ArchiveOffers.Due(each.PublishedAt, channel.ArchiveOffers, channel.ArchivePutOffAt) <= now)
            {
                var (number, key) = (channel.IncidentNumber, $"archive_offer:{channel.IncidentNumber}:{channel.ArchiveOffers}");
                await db.EnqueueOnceAsync(Lane.Incident(number), new ReadChannel(number), $"{key}:read", now, cancellationToken);
                await db.EnqueueOnceAsync(
                    Lane.Incident(number), new Post(Address.Incident(number), ArchiveMessage.Offer(number)), key, now, cancellationToken);
                channel.OfferArchive();
                await db.SaveChangesAsync(cancellationToken);
            }
        }
    }

    /// <summary>Those that are resolved and have a channel of their own that isn't archived.</summary>
    private Task<List<PublishedIncident>> WithChannelAsync(IQueryable<PublishedIncident> published, CancellationToken cancellationToken)
    {
        var resolved = db.Incidents.Where(incident => incident.Status == IncidentStatus.Resolved);
        var channels = db.Channels.Where(IncidentChannel.IsOwn)
            .Where(channel => !channel.IsArchived && channel.ArchiveOffers < ArchiveOffers.MaxOffers);
        return published
            .Where(each => resolved.Any(incident => incident.Number == each.Number))
            .Where(each => channels.Any(channel => channel.IncidentNumber == each.Number))
            .ToListAsync(cancellationToken);
    }

    /// <summary>An incident whose write-up is out, its own or the one that covers it.</summary>
    private sealed class PublishedIncident
    {
        public required int Number { get; init; }

        public required DateTimeOffset PublishedAt { get; init; }
    }
}
