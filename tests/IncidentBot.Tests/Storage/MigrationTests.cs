using IncidentBot.Storage;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Storage;

public sealed class MigrationTests
{
    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    internal async Task Migrating_makes_what_the_model_describes(StorageProvider provider)
    {
        await using var migrated = await TestDatabase.EmptyAsync(provider);
        await using var created = await TestDatabase.EmptyAsync(provider);
        await using var migratedDb = migrated.Open();
        await using var createdDb = created.Open();

        await migratedDb.Database.MigrateAsync(TestContext.Current.CancellationToken);
        await createdDb.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);

        Assert.Equal(await SchemaDescription.ReadAsync(createdDb), await SchemaDescription.ReadAsync(migratedDb));
    }

    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    internal async Task Migrating_again_changes_nothing(StorageProvider provider)
    {
        await using var database = await TestDatabase.EmptyAsync(provider);
        await using var db = database.Open();
        await db.Database.MigrateAsync(TestContext.Current.CancellationToken);
        var before = await SchemaDescription.ReadAsync(db);

        await db.Database.MigrateAsync(TestContext.Current.CancellationToken);

        Assert.Equal(before, await SchemaDescription.ReadAsync(db));
    }
}
