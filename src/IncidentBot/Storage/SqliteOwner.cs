using IncidentBot.Operations;
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
    /// <exception cref="StartRefusedException">Another process keeps it, or there can be no file.</exception>
    public async Task TakeAsync(string connectionString, TimeSpan patience, CancellationToken cancellationToken)
    {
        var file = new SqliteConnectionStringBuilder(connectionString).DataSource;
        if (file is "" or ":memory:")
        {
            return;
        }

        MakeFolder(file);
        for (var waited = TimeSpan.Zero; (_lock = TryLock(file + ".lock")) is null; waited += BetweenLooks)
        {
            if (waited >= patience)
            {
                throw new StartRefusedException(
                    $"Another process uses the database {file}. SQLite serves one IncidentBot; for several set Storage__Provider=postgres.");
            }

            await Task.Delay(BetweenLooks, cancellationToken);
        }
    }

    public void Dispose() => _lock?.Dispose();

    private static void MakeFolder(string file)
    {
        if (Path.GetDirectoryName(file) is not { Length: > 0 } folder)
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw NoPlace($"The folder {folder} of the database can't be made", failure);
        }
    }

    private static StartRefusedException NoPlace(string what, Exception failure) => new(
        $"{what} ({failure.Message.TrimEnd('.')}). Set Storage__ConnectionString to a file in a folder that the service may write, for example {StorageOptions.SqliteExample}.",
        failure);

    private static FileStream? TryLock(string file)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or DirectoryNotFoundException or FileNotFoundException or PathTooLongException)
        {
            throw NoPlace($"The lock file {file} beside the database can't be written", failure);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
