using IncidentBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IncidentBot.Tests.Hosting;

/// <summary>The database of one test: empty, or a copy of a migrated template.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    // In memory where possible, because these tests are not about durability.
    private static readonly string Folder = Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();

    private readonly string _name;

    private TestDatabase(StorageProvider provider, string name)
    {
        _name = name;
        Options = provider is StorageProvider.Postgres
            ? PostgresServer.Database(name)
            : new StorageOptions { Provider = provider, ConnectionString = $"Data Source={FileOf(name)}" };
    }

    public StorageOptions Options { get; }

    /// <summary>A database with all tables.</summary>
    public static async Task<TestDatabase> MigratedAsync(StorageProvider provider)
    {
        var template = await MigratedTemplate.FindAsync(provider);
        var database = new TestDatabase(provider, NewName());
        if (provider is StorageProvider.Postgres)
        {
            await PostgresServer.CreateAsync(database._name, template._name);
        }
        else
        {
            File.Copy(FileOf(template._name), FileOf(database._name));
        }

        return database;
    }

    /// <summary>A database without tables.</summary>
    public static async Task<TestDatabase> EmptyAsync(StorageProvider provider)
    {
        var database = new TestDatabase(provider, NewName());
        if (provider is StorageProvider.Postgres)
        {
            await PostgresServer.CreateAsync(database._name);
        }

        return database;
    }

    public IncidentDb Open(params IInterceptor[] interceptors) => new(
        (DbContextOptions<IncidentDb>)new DbContextOptionsBuilder<IncidentDb>().UseEngine(Options).AddInterceptors(interceptors).Options,
        new WriteGate(Microsoft.Extensions.Options.Options.Create(Options)),
        new OutboxSignal());

    /// <summary>Closes every pooled connection, so that the database can be copied or deleted.</summary>
    public void CloseConnections()
    {
        if (Options.Provider is StorageProvider.Postgres)
        {
            PostgresServer.CloseConnectionsTo(_name);
            return;
        }

        using var db = Open();
        SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
    }

    public async ValueTask DisposeAsync()
    {
        if (Options.Provider is StorageProvider.Postgres)
        {
            await PostgresServer.DropAsync(_name);
            return;
        }

        CloseConnections();
        string[] files = [FileOf(_name), Path.ChangeExtension(FileOf(_name), ".jobs.db")];
        foreach (var file in files.SelectMany(file => new[] { "", "-wal", "-shm", ".lock" }.Select(ending => file + ending)))
        {
            File.Delete(file);
        }
    }

    private static string NewName() => $"incidentbot_{Guid.NewGuid():N}";

    private static string FileOf(string name) => Path.Combine(Folder, name + ".db");
}
