using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Incidents;
using IncidentBot.Effects;
using IncidentBot.Jobs;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Digests.Subscriptions;

/// <summary>
/// Shows open incidents to those who subscribed to their service, each once: also those that get their service later. Private ones and
/// drills are left out.
/// </summary>
internal sealed class NotifySubscribers(IncidentDb db) : ISweep
{
    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var open = await db.Incidents.AsNoTracking().WhereOpen().Where(IncidentVisibility.Listed)
            .Where(incident => incident.Service != null && !incident.IsDrill).OrderBy(incident => incident.Number)
            .ToListAsync(cancellationToken);
        if (open.Count == 0 || await db.ServiceSubscriptions.AsNoTracking().ToListAsync(cancellationToken) is not { Count: > 0 } all)
        {
            return;
        }

        var numbers = open.ConvertAll(incident => incident.Number);
        var known = (await db.ServiceNotices.AsNoTracking().Where(notice => numbers.Contains(notice.IncidentNumber))
            .ToListAsync(cancellationToken)).Select(notice => (notice.IncidentNumber, notice.Target)).ToHashSet();
        foreach (var (number, target) in open
            .SelectMany(incident => all.Where(each => each.IsOf(incident.Service)).Select(each => (incident.Number, each.Target)))
            .Where(known.Add))
        {
            db.ServiceNotices.Add(new ServiceNotice { IncidentNumber = number, Target = target });
            db.Enqueue(
                ServiceNoticeCard.LaneOf(target),
                new RefreshCard(BotMessageNames.ServiceNotice, ServiceNoticeCard.SubjectOf(number, target)),
                now);
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (DuplicateKey.Is(exception))
        {
            // Another node was faster; what it left is found by the next run.
            db.ChangeTracker.Clear();
        }
    }
}
