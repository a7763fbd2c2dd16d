using IncidentBot.Outbox;
using IncidentBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Hosting;

/// <summary>A database of its own for every test: a copy of one that was migrated once.</summary>
internal sealed class TestDatabase : IDisposable
{
    private static readonly Lazy<Task<string>> Template = new(MigrateTemplateAsync);

    private readonly string _file;

    private TestDatabase(string file) => _file = file;

    public StorageOptions Options => new() { Provider = StorageProvider.Sqlite, ConnectionString = $"Data Source={_file};Pooling=False" };

    public static async Task<TestDatabase> CreateAsync()
    {
        var file = Path.Combine(Path.GetTempPath(), $"incidentbot-{Guid.NewGuid():N}.db");
        File.Copy(await Template.Value, file);
        return new TestDatabase(file);
    }

    public static IncidentDb Open(StorageOptions options) => new(
        (DbContextOptions<IncidentDb>)new DbContextOptionsBuilder<IncidentDb>().UseEngine(options).Options,
        new WriteGate(Microsoft.Extensions.Options.Options.Create(options)),
        new OutboxSignal());

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        foreach (var file in new[] { _file, _file + "-wal", _file + "-shm" })
        {
            File.Delete(file);
        }
    }

    private static async Task<string> MigrateTemplateAsync()
    {
        var file = Path.Combine(Path.GetTempPath(), $"incidentbot-template-{Environment.ProcessId}.db");
        File.Delete(file);
        await using (var db = Open(new StorageOptions { ConnectionString = $"Data Source={file};Pooling=False" }))
        {
            await db.Database.MigrateAsync();
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        return file;
    }
}
