using System.Collections.Concurrent;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

[assembly: AssemblyFixture(typeof(IncidentBot.Tests.Hosting.MigratedTemplate))]

namespace IncidentBot.Tests.Hosting;

/// <summary>The migrated databases that tests copy, one for each engine: created on first use, dropped after the last test.</summary>
public sealed class MigratedTemplate : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<StorageProvider, Lazy<Task<TestDatabase>>> Templates = new();

    public async ValueTask DisposeAsync()
    {
        foreach (var template in Templates.Values)
        {
            await (await template.Value).DisposeAsync();
        }
    }

    internal static Task<TestDatabase> FindAsync(StorageProvider provider) =>
        Templates.GetOrAdd(provider, engine => new Lazy<Task<TestDatabase>>(() => MigrateAsync(engine))).Value;

    private static async Task<TestDatabase> MigrateAsync(StorageProvider provider)
    {
        var database = await TestDatabase.EmptyAsync(provider);
        await using (var db = database.Open())
        {
            await db.Database.MigrateAsync();
            if (provider is StorageProvider.Sqlite)
            {
                await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
            }
        }

        database.CloseConnections();
        return database;
    }
}
