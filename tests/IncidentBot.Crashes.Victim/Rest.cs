using IncidentBot.Delivery.Lanes;
using IncidentBot.Operations;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IncidentBot.Crashes.Victim;

/// <summary>
/// Knows when nothing more happens until the clock moves: no row is due, and none is being worked on. Rows that a dead
/// process had taken are not being worked on, though their lease says so; those are remembered at the start.
/// </summary>
internal sealed class Rest(IServiceScopeFactory scopes, TimeProvider time)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    private readonly HashSet<(string Table, long Id, DateTimeOffset? Until)> _orphans = [];
    private TaskCompletionSource _disturbed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Something was written.</summary>
    public void Disturb() =>
        Interlocked.Exchange(ref _disturbed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();

    /// <summary>Waits until all is quiet; the instant at which that ends by itself, or null.</summary>
    public async Task<DateTimeOffset?> WaitAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var disturbed = _disturbed.Task;
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<IncidentDb>();
            if (!await IsAtWorkAsync<InboxRow>(db, cancellationToken) && !await IsAtWorkAsync<OutboxRow>(db, cancellationToken))
            {
                var inbox = await db.NextDueAsync<InboxRow>(cancellationToken);
                var outbox = await db.NextDueAsync<OutboxRow>(cancellationToken);
                return inbox is null || outbox < inbox ? outbox : inbox;
            }

            await Task.WhenAny(disturbed, Task.Delay(BetweenLooks, cancellationToken));
        }
    }

    /// <summary>Right after the database is migrated, before the lanes' workers start.</summary>
    public static void LookBeforeAnythingWorks(IServiceCollection services)
    {
        var storage = services.Single(service => service.ImplementationType == typeof(StorageStart));
        services.Insert(services.IndexOf(storage) + 1, ServiceDescriptor.Singleton<IHostedService, OrphanCount>());
    }

    private async Task CountOrphansAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IncidentDb>();
        _orphans.UnionWith(await LeasedAsync<InboxRow>(db, cancellationToken));
        _orphans.UnionWith(await LeasedAsync<OutboxRow>(db, cancellationToken));
    }

    private async Task<bool> IsAtWorkAsync<TRow>(IncidentDb db, CancellationToken cancellationToken)
        where TRow : LaneRow =>
        (await db.DueHeadsAsync<TRow>(time.GetUtcNow(), atMost: 1, cancellationToken)).Count > 0
        || (await LeasedAsync<TRow>(db, cancellationToken)).Any(row => !_orphans.Contains(row));

    private async Task<List<(string Table, long Id, DateTimeOffset? Until)>> LeasedAsync<TRow>(IncidentDb db, CancellationToken cancellationToken)
        where TRow : LaneRow
    {
        var now = time.GetUtcNow();
        var rows = await db.Set<TRow>()
            .Where(row => row.State == LaneRowState.Waiting && row.LeasedUntil > now)
            .Select(row => new { row.Id, row.LeasedUntil })
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(row => (typeof(TRow).Name, row.Id, row.LeasedUntil));
    }

    private sealed class OrphanCount(Rest rest) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => rest.CountOrphansAsync(cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
