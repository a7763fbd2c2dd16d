using IncidentBot.Storage;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

[assembly: AssemblyFixture(typeof(MigratedTemplate))]

namespace IncidentBot.Tests.Hosting;

/// <summary>The migrated database that tests copy; made when the first one asks, gone when the last one is over.</summary>
public sealed class MigratedTemplate : IAsyncDisposable
{
    private static readonly Lazy<Task<TestDatabase>> Template = new(MigrateAsync);

    public async ValueTask DisposeAsync()
    {
        if (Template.IsValueCreated)
        {
            await (await Template.Value).DisposeAsync();
        }
    }

    internal static Task<TestDatabase> FindAsync() => Template.Value;

    private static async Task<TestDatabase> MigrateAsync()
    {
        var database = await TestDatabase.EmptyAsync(TestEngine.Current);
        await using (var db = database.Open())
        {
            await db.Database.MigrateAsync();
            if (TestEngine.Current is StorageProvider.Sqlite)
            {
                await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
            }
        }

        database.LetGo();
        return database;
    }
}
