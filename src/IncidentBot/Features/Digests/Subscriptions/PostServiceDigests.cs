using System.Globalization;
using IncidentBot.Commands;
using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Effects;
using IncidentBot.Effects.Reminders;
using IncidentBot.Jobs;
using IncidentBot.People;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Digests.Subscriptions;

/// <summary>
/// Posts the week of a service into the channels that subscribed, on Mondays, and notes it for the people who did: they get it with
/// their one message of the day. Silent about services without anything to say.
/// </summary>
internal sealed class PostServiceDigests(IncidentDb db, ServiceWeek week) : ISweep
{
    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var monday = DigestDay.Newest(now);
        var key = string.Create(CultureInfo.InvariantCulture, $"service_digests:{monday:yyyyMMdd}");
        if (await db.HandledRequests.AnyAsync(request => request.Key == key, cancellationToken))
        {
            return;
        }

        db.HandledRequests.Add(new HandledRequest { Key = key, At = now });
        foreach (var subscription in await db.ServiceSubscriptions.Where(each => each.At < monday).OrderBy(each => each.Id)
            .ToListAsync(cancellationToken))
        {
            if (await week.RenderAsync(subscription, monday, cancellationToken) is not { } content)
            {
                continue;
            }

            if (subscription.IsPersonal)
            {
                subscription.NoteDigest(monday);
                continue;
            }

            await db.EnqueueOnceAsync(
                ServiceNoticeCard.LaneOf(subscription.Target),
                new Post(Address.Channel(subscription.Target), content),
                $"{key}:{subscription.Id:N}",
                now,
                cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>The week of a service is a section of a subscriber's message of the day.</summary>
internal sealed class RemindOfServiceWeeks(IncidentDb db, PeopleDirectory people) : IReminderSource
{
    public async Task<IReadOnlyList<DueReminder>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var monday = DigestDay.Newest(now);
        var due = new List<DueReminder>();
        foreach (var subscription in await db.ServiceSubscriptions.AsNoTracking().Where(each => each.DigestOf == monday)
            .OrderBy(each => each.Service).ToListAsync(cancellationToken))
        {
            var subject = ButtonValue.Write(subscription.Id, monday.ToUnixTimeSeconds());
            if (await people.FindAsync(new PersonId(subscription.Target), cancellationToken) is { IsDeactivated: false } reader)
            {
                due.Add(new DueReminder(reader, $"{BotMessageNames.ServiceDigest}:{subject}", BotMessageNames.ServiceDigest, subject));
            }
        }

        return due;
    }
}
