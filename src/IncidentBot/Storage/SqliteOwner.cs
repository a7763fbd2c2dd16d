using Microsoft.Data.Sqlite;

namespace IncidentBot.Storage;

/// <summary>
/// One process uses a SQLite database: the write gate, the wake signals and the leases count on it. A lock beside the file
/// says so; it ends with the process, however that ends.
/// </summary>
internal sealed class SqliteOwner : IDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    private FileStream? _lock;

    /// <summary>Takes the database, or waits that long for a process that is just stopping.</summary>
    /// <exception cref="InvalidOperationException">Another process keeps it.</exception>
    public async Task TakeAsync(string connectionString, TimeSpan patience, CancellationToken cancellationToken)
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

        for (var waited = TimeSpan.Zero; (_lock = TryLock(file + ".lock")) is null; waited += BetweenLooks)
        {
            if (waited >= patience)
            {
                throw new InvalidOperationException(
                    $"Another process uses the database {file}. SQLite serves one IncidentBot; for several set Storage__Provider=postgres.");
            }

            await Task.Delay(BetweenLooks, cancellationToken);
        }
    }

    public void Dispose() => _lock?.Dispose();

    private static FileStream? TryLock(string file)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
