using System.Data.Common;
using IncidentBot.Delivery;
using IncidentBot.Operations;
using IncidentBot.Storage;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IncidentBot.Tests.Storage.Upgrade;

/// <summary>The service dies during a migration; the next start completes the migration, and nothing is lost.</summary>
public sealed class InterruptedMigrationTests
{
    [Theory]
    [InlineData(StorageProvider.Sqlite, 7)]
    [InlineData(StorageProvider.Postgres, 7)]
    [InlineData(StorageProvider.Sqlite, 1, Explicit = true)]
    [InlineData(StorageProvider.Postgres, 1, Explicit = true)]
    internal async Task After_an_end_at_any_command_of_an_upgrade_the_next_start_goes_on(StorageProvider provider, int everySoMany)
    {
        var rows = FirstReleaseRows.FromFile();
        for (var command = 1; ; command += everySoMany)
        {
            await using var database = await FirstRelease.DatabaseAsync(provider, rows);
            var wasInterrupted = await MigrateUntilAsync(database, command);

            await StartAsync(database);

            await using var db = database.Open();
            Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
            Assert.Equal(rows.Tables, (await FirstReleaseRows.OfAsync(db)).Tables);
            if (!wasInterrupted)
            {
                return;
            }
        }
    }

    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    internal async Task After_an_end_in_the_middle_of_the_first_start_the_next_one_goes_on(StorageProvider provider)
    {
        for (var command = 1; command < 60; command += 7)
        {
            await using var database = await TestDatabase.EmptyAsync(provider);
            await MigrateUntilAsync(database, command);

            await StartAsync(database);

            await using var db = database.Open();
            Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
            await FirstReleaseRows.FromFile().PutAsync(db);
        }
    }

    /// <summary>False when the migration finished before that command.</summary>
    private static async Task<bool> MigrateUntilAsync(TestDatabase database, int command)
    {
        await using var db = database.Open(new Death(command));
        try
        {
            await db.Database.MigrateAsync(TestContext.Current.CancellationToken);
            return false;
        }
        catch (DeadException)
        {
            return true;
        }
    }

    /// <summary>Migrates the database as the service does at its start.</summary>
    private static async Task StartAsync(TestDatabase database)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Provider"] = database.Options.Provider.ToString(),
            ["Storage:ConnectionString"] = database.Options.ConnectionString,
        }).Build();
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<OutboxSignal>()
            .AddSingleton<Readiness>()
            .AddSingleton<Resilience>();
        await using var provider = services.AddStorage(configuration).AddOperations().BuildServiceProvider();
        await provider.GetServices<IHostedService>().OfType<StorageStart>().Single().StartAsync(TestContext.Current.CancellationToken);
    }

    private sealed class DeadException : Exception;

    /// <summary>Fails this command and every later one.</summary>
    private sealed class Death(int at) : DbCommandInterceptor
    {
        private int _commands;

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default) => ValueTask.FromResult(Pass(result));

        public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<object> result,
            CancellationToken cancellationToken = default) => ValueTask.FromResult(Pass(result));

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default) => ValueTask.FromResult(Pass(result));

        public override InterceptionResult<int> NonQueryExecuting(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result) =>
            Pass(result);

        private T Pass<T>(T result) => ++_commands < at ? result : throw new DeadException();
    }
}
