using IncidentBot.Delivery.Lanes;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.Operations;

/// <summary>Brings the database to this version's schema before anything else runs.</summary>
internal sealed class StorageStart(
    IServiceScopeFactory scopes, IOptions<StorageOptions> options, StorageArrival arrival, Readiness readiness) : IHostedService
{
    // Any number that no one else locks in this database.
    private const long MigrationLock = 20261121;
    private static readonly TimeSpan LongestMigration = TimeSpan.FromMinutes(10);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IncidentDb>();
        await arrival.UntilThereAsync(db, cancellationToken);
        if (options.Value.Provider is StorageProvider.Sqlite)
        {
            await MigrateSqliteAsync(db, cancellationToken);
            await TakeOverAsync(db, cancellationToken);
        }
        else
        {
            await MigratePostgresAsync(db, cancellationToken);
        }

        await DatesOfEarlierReleases.FillAsync(db, cancellationToken);
        await SearchesOfEarlierReleases.NoteAsync(db, cancellationToken);
        await FiguresOfEarlierReleases.WriteAsync(db, cancellationToken);
        readiness.Fulfil("storage");
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// SQLite's migration lock is a row that a crash leaves behind; migrating then waits forever, even with nothing to
    /// do. So EF is only called when a migration is pending; and because only this process uses the database, a lock in it is stale.
    /// </summary>
    private static async Task MigrateSqliteAsync(IncidentDb db, CancellationToken cancellationToken)
    {
        if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
            await db.Database.MigrateAsync(cancellationToken);
        }
    }

    /// <summary>
    /// Nodes that start together migrate one after the other. EF's own lock is not enough: it holds for one migration each, and
    /// the list of migrations is computed before it, so the second node would repeat the work of the first. Nothing
    /// is called when nothing is pending, because EF would compare the whole model first.
    /// </summary>
    private static async Task MigratePostgresAsync(IncidentDb db, CancellationToken cancellationToken)
    {
        // The lock belongs to the session: it ends with the connection, however the process ends.
        db.Database.SetCommandTimeout(LongestMigration);
        await db.Database.OpenConnectionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({MigrationLock})", cancellationToken);
        if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            await db.Database.MigrateAsync(cancellationToken);
        }

        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({MigrationLock})", cancellationToken);
        await db.Database.CloseConnectionAsync();
    }

    /// <summary>The previous process is gone, so no one has to wait for its leases to expire.</summary>
    private static async Task TakeOverAsync(IncidentDb db, CancellationToken cancellationToken)
    {
        await db.EndLeasesAsync<OutboxRow>(cancellationToken);
        await db.EndLeasesAsync<InboxRow>(cancellationToken);
    }
}
