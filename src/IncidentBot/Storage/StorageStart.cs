using IncidentBot.Operations;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.Storage;

/// <summary>Brings the database to this version's schema before anything else runs.</summary>
internal sealed partial class StorageStart(
    IServiceScopeFactory scopes, IOptions<StorageOptions> options, Readiness readiness, ILogger<StorageStart> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        MakeFolder();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IncidentDb>();
        await MigrateAsync(db, cancellationToken);
        if (SqliteShim.IsFallback)
        {
            Log.OldSqlite(logger);
        }

        readiness.Fulfil("storage");
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void MakeFolder()
    {
        if (options.Value.Provider is StorageProvider.Sqlite
            && Path.GetDirectoryName(new SqliteConnectionStringBuilder(options.Value.ConnectionString).DataSource) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }
    }

    /// <summary>
    /// SQLite's migration lock is a row that a crash leaves behind, and then migrating waits for ever, even with nothing to
    /// do. So: nothing pending, nothing asked; and a lock beside the file says who may remove a stale row.
    /// </summary>
    private async Task MigrateAsync(IncidentDb db, CancellationToken cancellationToken)
    {
        if (options.Value.Provider is StorageProvider.Postgres)
        {
            await db.Database.MigrateAsync(cancellationToken);
            return;
        }

        using var owner = OwnFile();
        if (!(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            return;
        }

        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
    }

    private FileStream? OwnFile()
    {
        var file = new SqliteConnectionStringBuilder(options.Value.ConnectionString).DataSource;
        return file is "" or ":memory:" ? null : new FileStream(file + ".migrating", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "No SQLite of the operating system was found; an old bundled one is used. Install libsqlite3")]
        public static partial void OldSqlite(ILogger logger);
    }
}
