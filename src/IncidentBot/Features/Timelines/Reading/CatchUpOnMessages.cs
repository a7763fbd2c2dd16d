using IncidentBot.Delivery.Outbox;
using IncidentBot.Domain.Incidents;
using IncidentBot.Effects;
using IncidentBot.Jobs;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Timelines.Reading;

/// <summary>
/// Reads the channels of open and recently closed incidents again: when the service starts, because events were missed
/// while it was down, and every hour, because Slack drops events. Only a few channels at a time, so that messages to people go
/// first. The members of private channels are read for good, because membership decides who sees the incident.
/// </summary>
internal sealed class CatchUpOnMessages(IncidentDb db, ServiceStart start) : ISweep
{
    private const int AtOnce = 4;
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);
    private static readonly TimeSpan AfterClosing = TimeSpan.FromDays(30);

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var channels = await ChannelsAsync(now, cancellationToken);
        var last = await LastReadingsAsync([.. channels.Keys], cancellationToken);
        var due = last.Where(reading =>
            reading.Asked is not { } asked || asked < start.At || (!reading.IsUnderWay && asked <= now - Every));
        foreach (var reading in due.Take(AtOnce - last.Count(reading => reading.IsUnderWay)))
        {
            // With the key only one of two nodes enqueues the reading.
            var key = $"read:{reading.Number}:after:{reading.Row}";
            await db.EnqueueOnceAsync(
                Lane.Reading(reading.Number),
                new ReadChannel(reading.Number) { MembersOnly = channels[reading.Number] },
                key,
                now,
                cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>The incidents to read, newest first, each with whether only its members are read.</summary>
    private async Task<OrderedDictionary<int, bool>> ChannelsAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - AfterClosing;
        var numbers = db.Incidents.WhereOpen().Select(incident => incident.Number)
            .Concat(db.Incidents.Where(incident => incident.IsPrivate).Select(incident => incident.Number))
            .Concat(db.Incidents.Where(incident => incident.ResolvedAt > since).Select(incident => incident.Number))
            .Concat(db.Incidents.Where(incident => incident.DeclaredAt > since).Select(incident => incident.Number));
        var known = await db.Incidents
            .Where(incident => numbers.Contains(incident.Number))
            .Where(incident => db.Channels.Any(channel =>
                channel.IncidentNumber == incident.Number && (channel.OwnId != null || channel.BorrowedId != null) && !channel.IsArchived))
            .OrderByDescending(incident => incident.Number)
            .Select(incident => new { incident.Number, incident.Status, incident.ResolvedAt, incident.DeclaredAt })
            .ToListAsync(cancellationToken);
        return new(known.ConvertAll(each => KeyValuePair.Create(
            each.Number,
            each.Status is IncidentStatus.Resolved or IncidentStatus.Cancelled && !(each.ResolvedAt > since)
                && !(each.DeclaredAt > since))));
    }

    private async Task<List<LastReading>> LastReadingsAsync(List<int> numbers, CancellationToken cancellationToken)
    {
        var lanes = numbers.ConvertAll(Lane.Reading);

        // The index begins with the state, so the query names all of them.
        var newest = await db.Outbox
            .Where(row => row.State == LaneRowState.Waiting || row.State == LaneRowState.Done || row.State == LaneRowState.Parked)
            .Where(row => lanes.Contains(row.Lane)).GroupBy(row => row.Lane).Select(lane => lane.Max(row => row.Id))
            .ToListAsync(cancellationToken);
        var rows = await db.Outbox.Where(row => newest.Contains(row.Id))
            .ToDictionaryAsync(row => row.Lane, row => new { row.Id, row.CreatedAt, row.State }, cancellationToken);
        return numbers.ConvertAll(number => rows.GetValueOrDefault(Lane.Reading(number)) is { } row
            ? new LastReading(number, row.Id, row.CreatedAt, row.State == LaneRowState.Waiting)
            : new LastReading(number, 0, null, false));
    }

    private sealed record LastReading(int Number, long Row, DateTimeOffset? Asked, bool IsUnderWay);
}

/// <summary>When this process started; earlier events may have been missed.</summary>
internal sealed class ServiceStart(TimeProvider time)
{
    public DateTimeOffset At { get; } = time.GetUtcNow();
}
