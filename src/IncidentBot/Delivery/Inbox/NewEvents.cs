using IncidentBot.Slack.Endpoints;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Delivery.Inbox;

/// <summary>
/// Saves the events that are not saved yet. Another node may save the same delivery in between; then
/// it looks again.
/// </summary>
internal sealed class NewEvents(IServiceScopeFactory scopes, Resilience resilience, TimeProvider time)
{
    public async Task SaveAsync(IReadOnlyList<RawSlackEvent> events, CancellationToken cancellationToken) =>
        await resilience.Conflicts.ExecuteAsync(async token => await TrySaveAsync(events, token), cancellationToken);

    private async Task TrySaveAsync(IReadOnlyList<RawSlackEvent> events, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IncidentDb>();
        var fresh = events.DistinctBy(slackEvent => slackEvent.EventId).ToList();
        var ids = fresh.ConvertAll(slackEvent => slackEvent.EventId);
        var known = await db.Inbox.Where(row => ids.Contains(row.EventId)).Select(row => row.EventId).ToListAsync(cancellationToken);
        db.Inbox.AddRange(fresh.Where(slackEvent => !known.Contains(slackEvent.EventId)).Select(Row));
        await db.SaveChangesAsync(cancellationToken);
    }

    private InboxRow Row(RawSlackEvent slackEvent)
    {
        var now = time.GetUtcNow();
        return new InboxRow
        {
            EventId = slackEvent.EventId,
            Lane = slackEvent.ChannelId ?? slackEvent.Type,
            Payload = slackEvent.Payload,
            CreatedAt = now,
            NotBefore = now,
        };
    }
}
