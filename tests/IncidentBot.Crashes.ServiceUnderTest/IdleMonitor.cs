using IncidentBot.Delivery.Lanes;
using IncidentBot.Operations;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IncidentBot.Crashes.ServiceUnderTest;

/// <summary>
/// Knows when nothing more will happen until the clock moves: no row is due and none is being processed. A dead process may
/// leave leased rows behind that no one is processing; they are recorded at the start and ignored.
/// </summary>
internal sealed class IdleMonitor(IServiceScopeFactory scopes, TimeProvider time)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    private readonly HashSet<(string Table, long Id, DateTimeOffset? Until)> _orphans = [];
    private TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Called after every write, so that <see cref="WaitAsync"/> checks again at once.</summary>
    public void NotifyWrite() =>
        Interlocked.Exchange(ref _written, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();

    /// <summary>Waits until the service is idle. Returns when the next row is due, or null if none is scheduled.</summary>
    public async Task<DateTimeOffset?> WaitAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var written = _written.Task;
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<IncidentDb>();
            if (!await IsBusyAsync<InboxRow>(db, cancellationToken) && !await IsBusyAsync<OutboxRow>(db, cancellationToken))
            {
                var inbox = await db.NextDueAsync<InboxRow>(cancellationToken);
                var outbox = await db.NextDueAsync<OutboxRow>(cancellationToken);
                return inbox is null || outbox < inbox ? outbox : inbox;
            }

            await Task.WhenAny(written, Task.Delay(PollInterval, cancellationToken));
        }
    }

    /// <summary>Registers the recorder to run right after the migration, before the lane workers start.</summary>
    public static void RecordOrphansAtStart(IServiceCollection services)
    {
        var storage = services.Single(service => service.ImplementationType == typeof(StorageStart));
        services.Insert(services.IndexOf(storage) + 1, ServiceDescriptor.Singleton<IHostedService, OrphanRecorder>());
    }

    private async Task RecordOrphansAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IncidentDb>();
        _orphans.UnionWith(await LeasedAsync<InboxRow>(db, cancellationToken));
        _orphans.UnionWith(await LeasedAsync<OutboxRow>(db, cancellationToken));
    }

    private async Task<bool> IsBusyAsync<TRow>(IncidentDb db, CancellationToken cancellationToken)
        where TRow : LaneRow =>
        (await db.DueHeadsAsync<TRow>(time.GetUtcNow(), atMost: 1, cancellationToken)).Count > 0
        || (await LeasedAsync<TRow>(db, cancellationToken)).Any(row => !_orphans.Contains(row));

    private async Task<List<(string Table, long Id, DateTimeOffset? Until)>> LeasedAsync<TRow>(
        IncidentDb db, CancellationToken cancellationToken)
        where TRow : LaneRow
    {
        var now = time.GetUtcNow();
        var rows = await db.Set<TRow>()
            .Where(row => row.State == LaneRowState.Waiting && row.LeasedUntil > now)
            .Select(row => new { row.Id, row.LeasedUntil })
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(row => (typeof(TRow).Name, row.Id, row.LeasedUntil));
    }

    private sealed class OrphanRecorder(IdleMonitor idle) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => idle.RecordOrphansAsync(cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
