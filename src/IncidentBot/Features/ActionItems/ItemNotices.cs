using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Effects;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.ActionItems;

/// <summary>One notification to someone about one action item.</summary>
internal sealed record ItemOccurrence(string Key, Guid ItemId, NoticeKind Kind);

/// <summary>Notifies people about action items in one DM, and records in the same save who was notified of what.</summary>
internal sealed class ItemNotices(IncidentDb db)
{
    // The daily DM counts for the day it was sent on, whatever happened to its items; two days cover every zone.
    private static readonly TimeSpan Recent = TimeSpan.FromDays(2);

    /// <summary>All open items.</summary>
    public Task<List<ActionItem>> OpenItemsAsync(CancellationToken cancellationToken) =>
        db.ActionItems.Where(item => item.ClosedAt == null).ToListAsync(cancellationToken);

    /// <summary>The notifications that each person got, as far as they still matter.</summary>
    public async Task<ILookup<PersonId, string>> SentAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - Recent;
        var notices = await db.ActionNotices.AsNoTracking()
            .Where(notice => notice.SentAt > since || db.ActionItems.Any(item => item.Id == notice.ActionItemId && item.ClosedAt == null))
            .ToListAsync(cancellationToken);
        return notices
            .SelectMany(notice => new[] { (notice.Reader, Key: notice.Occurrence), (notice.Reader, Key: notice.Message) })
            .ToLookup(sent => sent.Reader, sent => sent.Key);
    }

    /// <summary>Sends one message about some items; a second node fails on the unique key.</summary>
    public async Task SendAsync(
        PersonId reader, string message, IReadOnlyList<ItemOccurrence> occurrences, DateTimeOffset now, CancellationToken cancellationToken)
    {
        db.ActionNotices.AddRange(occurrences.Select(occurrence => new ActionNotice
        {
            Occurrence = occurrence.Key,
            Reader = reader,
            Message = message,
            ActionItemId = occurrence.ItemId,
            Kind = occurrence.Kind,
            SentAt = now,
        }));
        await db.EnqueueOnceAsync(
            Lane.Person(reader), new RefreshCard(BotMessageNames.ActionItems, message), message, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
