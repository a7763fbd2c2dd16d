using System.Runtime.Versioning;
using IncidentBot.Delivery;
using IncidentBot.Storage;
using Microsoft.Data.Sqlite;

namespace IncidentBot.Operations;

/// <summary>
/// Only one process may use a SQLite database: the write gate, the wake signals and the leases rely on it. A lock file beside it
/// ensures that; the lock ends with the process, even after a crash.
/// </summary>
internal sealed class SqliteOwner(Resilience resilience) : IDisposable
{
    private FileStream? _lock;

    /// <summary>Locks the database, or waits for a process that is just stopping.</summary>
    /// <exception cref="DatabaseInUseException">Another process is using it.</exception>
    /// <exception cref="StartRefusedException">The file can't be created.</exception>
    public async Task TakeAsync(string connectionString, CancellationToken cancellationToken)
    {
        var file = new SqliteConnectionStringBuilder(connectionString).DataSource;
        if (file is "" or ":memory:")
        {
            return;
        }

        MakeFolder(file);
        _lock = await resilience.StorageConnection.ExecuteAsync(_ => ValueTask.FromResult(Lock(file)), cancellationToken);
        KeepFromOthers(file, connectionString);
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
            throw NoPlace($"The database folder {folder} can't be created", failure);
        }
    }

    /// <summary>
    /// The file holds what people wrote in private channels, so other users of the machine can't read it; SQLite gives the files beside it
    /// the same mode. A group that may read it, for a backup, still may.
    /// </summary>
    private static void KeepFromOthers(string file, string connectionString)
    {
        const UnixFileMode Others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        try
        {
            if (!File.Exists(file))
            {
                Create(file, connectionString);
            }
            else if (File.GetUnixFileMode(file) is var mode && (mode & Others) != UnixFileMode.None)
            {
                File.SetUnixFileMode(file, mode & ~Others);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or SqliteException)
        {
            // Whoever may not change the file's mode doesn't own it; whether it can be used is seen when it is opened.
        }
    }

    /// <summary>Only a database with a header can be opened for reading, which is how EF finds out whether there is one.</summary>
    [UnsupportedOSPlatform("windows")]
    private static void Create(string file, string connectionString)
    {
        new FileStream(file, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }).Dispose();
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL;";
        command.ExecuteNonQuery();
    }

    private static StartRefusedException NoPlace(string what, Exception failure) => new(
        $"{what} ({failure.Message.TrimEnd('.')}). Set Storage__ConnectionString to a file in a folder that the service can "
            + $"write to, for example {StorageOptions.SqliteExample}.",
        failure);

    private static FileStream Lock(string file)
    {
        try
        {
            return new FileStream(file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception failure) when (
            failure is UnauthorizedAccessException or DirectoryNotFoundException or FileNotFoundException or PathTooLongException)
        {
            throw NoPlace($"The lock file {file} beside the database can't be written", failure);
        }
        catch (IOException held)
        {
            throw new DatabaseInUseException(file, held);
        }
    }
}
