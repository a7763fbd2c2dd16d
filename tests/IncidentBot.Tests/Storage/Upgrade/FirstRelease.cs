using IncidentBot.Storage;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentBot.Tests.Storage.Upgrade;

/// <summary>Creates databases of the first release.</summary>
internal static class FirstRelease
{
    public const string Schema = "20261121000000_FirstSchema";

    /// <summary>The migrations after the first release, in order.</summary>
    public static IReadOnlyList<string> Later(IncidentDb db) =>
        [.. db.Database.GetMigrations().Where(migration => string.CompareOrdinal(migration, Schema) > 0)];

    public static async Task<TestDatabase> DatabaseAsync(StorageProvider provider, FirstReleaseRows rows)
    {
        var database = await TestDatabase.EmptyAsync(provider);
        await using var db = database.Open();
        await MigrateToAsync(db, Schema);
        await rows.PutAsync(db);
        return database;
    }

    public static Task MigrateToAsync(IncidentDb db, string migration) => db.GetService<IMigrator>().MigrateAsync(migration);
}
