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
        var published = await db.PostMortems.AsNoTracking()
            .Where(each => each.WriteUp.PublishedAt <= latest)
            .Join(
                db.Incidents.Where(incident => incident.Status == IncidentStatus.Resolved),
                each => each.IncidentNumber,
                incident => incident.Number,
                (each, _) => each)
            .Join(
                db.Channels.Where(IncidentChannel.IsOwn)
                    .Where(channel => !channel.IsArchived && channel.ArchiveOffers < ArchiveOffers.MaxOffers),
                each => each.IncidentNumber,
                channel => channel.IncidentNumber,
                (each, channel) => new { each.WriteUp.PublishedAt, Channel = channel })
            .ToListAsync(cancellationToken);
        foreach (var each in published)
        {
            var channel = await db.Channels.SingleAsync(
                channel => channel.IncidentNumber == each.Channel.IncidentNumber, cancellationToken);
            if (ArchiveOffers.Due(each.PublishedAt!.Value, channel.ArchiveOffers, channel.ArchivePutOffAt) <= now)
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
}
