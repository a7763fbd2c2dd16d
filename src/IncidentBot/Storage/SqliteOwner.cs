using IncidentBot.Operations;
using Microsoft.Data.Sqlite;

namespace IncidentBot.Storage;

/// <summary>
/// One process uses a SQLite database: the write gate, the wake signals and the leases count on it. A lock beside the file
/// says so; it ends with the process, however that ends.
/// </summary>
internal sealed class SqliteOwner(Resilience resilience) : IDisposable
{
    private FileStream? _lock;

    /// <summary>Takes the database, or waits for a process that is just stopping.</summary>
    /// <exception cref="DatabaseInUseException">Another process keeps it.</exception>
    public async Task TakeAsync(string connectionString, CancellationToken cancellationToken)
    {
        var file = new SqliteConnectionStringBuilder(connectionString).DataSource;
        if (file is "" or ":memory:")
        {
            return;
        }

        if (Path.GetDirectoryName(file) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        _lock = await resilience.StorageStart.ExecuteAsync(_ => ValueTask.FromResult(Lock(file)), cancellationToken);
    }

    public void Dispose() => _lock?.Dispose();

    private static FileStream Lock(string file)
    {
        try
        {
            return new FileStream(file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException held)
        {
            throw new DatabaseInUseException(file, held);
        }
    }
}

/// <summary>Another process has the database.</summary>
internal sealed class DatabaseInUseException(string file, Exception held) : Exception(
    $"Another process uses the database {file}. SQLite serves one IncidentBot; for several set Storage__Provider=postgres.", held);
