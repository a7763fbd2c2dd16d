using IncidentBot.Slack.Endpoints;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Delivery.Inbox;

/// <summary>
/// Saves the events that are not saved yet, without what is said in channels that have no incident. Another node may save the same
/// delivery in between; then it looks again.
/// </summary>
internal sealed class NewEvents(IServiceScopeFactory scopes, Resilience resilience, TimeProvider time)
{
    public async Task SaveAsync(IReadOnlyList<RawSlackEvent> events, CancellationToken cancellationToken) =>
        await resilience.Conflicts.ExecuteAsync(async token => await TrySaveAsync(events, token), cancellationToken);

    private async Task TrySaveAsync(IReadOnlyList<RawSlackEvent> events, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IncidentDb>();
        var distinct = events.DistinctBy(slackEvent => slackEvent.EventId).ToList();
        var fresh = await WantedAsync(db, distinct, cancellationToken);
        var ids = fresh.ConvertAll(slackEvent => slackEvent.EventId);
        var known = await db.Inbox.Where(row => ids.Contains(row.EventId)).Select(row => row.EventId).ToListAsync(cancellationToken);
        db.Inbox.AddRange(fresh.Where(slackEvent => !known.Contains(slackEvent.EventId)).Select(Row));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>A channel is known as an incident's before anyone is invited to it, so nothing of the incident is missed.</summary>
    private static async Task<List<RawSlackEvent>> WantedAsync(
        IncidentDb db, List<RawSlackEvent> events, CancellationToken cancellationToken)
    {
        var places = events.Where(StoredEvent.HasWordsOfAChannel).Select(slackEvent => slackEvent.ChannelId).Distinct().ToList();
        if (places.Count == 0)
        {
            return events;
        }

        var ours = await db.Channels.AsNoTracking()
            .Where(channel => places.Contains(channel.OwnId) || places.Contains(channel.BorrowedId))
            .Select(channel => new { channel.OwnId, channel.BorrowedId })
            .ToListAsync(cancellationToken);
        var known = ours.SelectMany(channel => new[] { channel.OwnId, channel.BorrowedId }).ToHashSet();
        return events.FindAll(slackEvent => !StoredEvent.HasWordsOfAChannel(slackEvent) || known.Contains(slackEvent.ChannelId));
    }

    private InboxRow Row(RawSlackEvent slackEvent)
    {
        var now = time.GetUtcNow();
        return new InboxRow
        {
            EventId = slackEvent.EventId,
            Lane = slackEvent.ChannelId ?? slackEvent.Type,
            Payload = StoredEvent.PayloadOf(slackEvent),
            CreatedAt = now,
            NotBefore = now,
        };
    }
}
