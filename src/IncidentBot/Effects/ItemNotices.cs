using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Effects.Reminders;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Effects;

/// <summary>One notification about one action item, as part of a message.</summary>
internal sealed record ItemNotice(string Key, Guid ItemId, NoticeKind Kind);

/// <summary>Notifies someone about several action items in one DM, and records what they were notified of in the same save.</summary>
internal sealed class ItemNotices(IncidentDb db)
{
    // The daily DM counts for its day even when its items were closed since; two days cover every time zone.
    private static readonly TimeSpan Recent = TimeSpan.FromDays(2);

    /// <summary>All open items.</summary>
    public Task<List<ActionItem>> OpenItemsAsync(CancellationToken cancellationToken) =>
        db.ActionItems.AsNoTracking().Where(item => item.ClosedAt == null).ToListAsync(cancellationToken);

    /// <summary>The keys of the notifications that each person got: recent ones, and those about open items.</summary>
    public async Task<ILookup<PersonId, string>> SentAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - Recent;
        var open = db.ActionItems.Where(item => item.ClosedAt == null).Select(item => item.Id);
        var notices = await db.ActionNotices.AsNoTracking().Where(notice => notice.SentAt > since)
            .Concat(db.ActionNotices.AsNoTracking().Where(notice => open.Contains(notice.ActionItemId)))
            .ToListAsync(cancellationToken);
        return notices
            .SelectMany(notice => new[] { (notice.Reader, Key: notice.Occurrence), (notice.Reader, Key: notice.Message) })
            .ToLookup(sent => sent.Reader, sent => sent.Key);
    }

    /// <summary>A section of someone's reminder about some items; the first sweep outside their quiet hours sends it.</summary>
    public static DueReminder Section(
        Person reader, string message, IReadOnlyList<(ItemNotice Notice, ActionItem Item)> due, DateTimeOffset now) =>
        new(reader, message, ActionNotice.CardOf(due[0].Notice.Kind), message)
        {
            Incidents = [.. due.Select(each => each.Item.IncidentNumber).Distinct()],
            Notices = [.. due.Select(each => RowOf(each.Notice, reader.Id, message, now))],
        };

    /// <summary>Sends one message about some items, at any hour. When two nodes do so at once, the unique key stops the second.</summary>
    public async Task SendAsync(
        PersonId reader, string message, IReadOnlyList<ItemNotice> itemNotices, DateTimeOffset now, CancellationToken cancellationToken)
    {
        db.ActionNotices.AddRange(itemNotices.Select(notice => RowOf(notice, reader, message, now)));
        await db.EnqueueOnceAsync(
            Lane.Person(reader), new RefreshCard(ActionNotice.CardOf(itemNotices[0].Kind), message), message, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static ActionNotice RowOf(ItemNotice notice, PersonId reader, string message, DateTimeOffset now) => new()
    {
        Occurrence = notice.Key,
        Reader = reader,
        Message = message,
        ActionItemId = notice.ItemId,
        Kind = notice.Kind,
        SentAt = now,
    };
}
