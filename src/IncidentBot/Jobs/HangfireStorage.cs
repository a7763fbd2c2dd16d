using Hangfire;
using Hangfire.PostgreSql;
using Hangfire.Storage.SQLite;
using IncidentBot.Storage;
using Microsoft.Data.Sqlite;
using SQLite;

namespace IncidentBot.Jobs;

/// <summary>Where Hangfire keeps its recurring jobs. It may be lost at any time without harm.</summary>
internal static class HangfireStorage
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BusyTimeout = TimeSpan.FromSeconds(10);

    // Sliding on PostgreSQL: without it a job that takes longer is begun again and again.
    private static readonly TimeSpan InvisibilityTimeout = TimeSpan.FromMinutes(1);

    // After a kill -9 a stale lock stops every recurring job for as long as this; the default is ten minutes.
    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(30);

    /// <summary>How long finished jobs stay on the dashboard.</summary>
    private static readonly TimeSpan KeepFinished = TimeSpan.FromHours(1);

    public static JobStorage Open(StorageOptions options)
    {
        JobStorage storage = options.Provider is StorageProvider.Postgres
            ? OpenPostgres(options.ConnectionString)
            : OpenSqlite(JobsFile(options));
        storage.JobExpirationTimeout = KeepFinished;
        return storage;
    }

    /// <summary>A file beside the database: inside it, Hangfire's writers would hold up those of people.</summary>
    public static string JobsFile(StorageOptions options) =>
        Path.ChangeExtension(new SqliteConnectionStringBuilder(options.ConnectionString).DataSource, ".jobs.db");

    private static PostgreSqlStorage OpenPostgres(string connectionString) => new(
        new Hangfire.PostgreSql.Factories.NpgsqlConnectionFactory(connectionString, new PostgreSqlStorageOptions()),
        new PostgreSqlStorageOptions
        {
            QueuePollInterval = PollInterval,
            UseSlidingInvisibilityTimeout = true,
            InvisibilityTimeout = InvisibilityTimeout,
            DistributedLockTimeout = LockTimeout,
        });

    private static SQLiteStorage OpenSqlite(string file)
    {
        // The process that owns the database owns this file too, so what a killed one left in it, locks above all, can go.
        foreach (var suffix in (string[])["", "-wal", "-shm"])
        {
            File.Delete(file + suffix);
        }

        // FullMutex: a lock's heartbeat uses a connection that another thread is using, which corrupts the file without it.
        const SQLiteOpenFlags Flags = SQLiteOpenFlags.ReadWrite | SQLiteOpenFlags.Create | SQLiteOpenFlags.FullMutex;
        var connections = new SQLiteDbConnectionFactory(
            () => new SQLiteConnection(file, Flags, storeDateTimeAsTicks: true) { BusyTimeout = BusyTimeout });
        return new SQLiteStorage(
            connections, new SQLiteStorageOptions { QueuePollInterval = PollInterval, InvisibilityTimeout = InvisibilityTimeout });
    }
}
