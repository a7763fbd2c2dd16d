using IncidentBot.Storage;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentBot.Tests.Storage.Replicas;

public sealed class StartTests
{
    [Fact]
    public async Task Nodes_that_meet_at_an_upgrade_apply_every_migration_once()
    {
        for (var round = 0; round < 5; round++)
        {
            var database = await TestDatabase.EmptyAsync(StorageProvider.Postgres);
            await using (var db = database.Open())
            {
                await db.GetService<IMigrator>().MigrateAsync(Upgrade.FirstRelease.Schema, TestContext.Current.CancellationToken);
            }

            await using var app = await BotApp.StartAsync(database, nodes: 3);

            Assert.Empty(await app.ReadAsync(db => db.Database.GetPendingMigrationsAsync()));
        }
    }

    [Fact]
    public async Task Two_nodes_that_meet_on_an_empty_database_migrate_it_once_and_both_serve()
    {
        await using var app = await BotApp.StartAsync(await TestDatabase.EmptyAsync(StorageProvider.Postgres), nodes: 2);

        await Scenarios.DeclaredSev1(app);

        Assert.Empty(await app.ReadAsync(db => db.Database.GetPendingMigrationsAsync()));
        Assert.Equal(1, await app.ReadAsync(db => db.Incidents.CountAsync()));
    }
}
