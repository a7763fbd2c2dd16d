using IncidentBot.Storage;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentBot.Tests.Storage.Upgrade;

/// <summary>A database as the first release left it.</summary>
internal static class FirstRelease
{
    public const string Schema = "20261121000000_FirstSchema";

    /// <summary>The migrations that came after it, in their order.</summary>
    public static IReadOnlyList<string> Later(IncidentDb db) => [.. db.Database.GetMigrations().Where(migration => string.CompareOrdinal(migration, Schema) > 0)];

    public static async Task<TestDatabase> DatabaseAsync(StorageProvider provider, KeptRows rows)
    {
        var database = await TestDatabase.EmptyAsync(provider);
        await using var db = database.Open();
        await MigrateToAsync(db, Schema);
        await rows.PutAsync(db);
        return database;
    }

    public static Task MigrateToAsync(IncidentDb db, string migration) => db.GetService<IMigrator>().MigrateAsync(migration);
}
