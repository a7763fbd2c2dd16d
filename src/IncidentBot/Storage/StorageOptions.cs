using System.ComponentModel.DataAnnotations;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace IncidentBot.Storage;

internal enum StorageProvider
{
    Sqlite,
    Postgres,
}

internal sealed class StorageOptions : IValidatableObject
{
    public const string Section = "Storage";
    public const string SqliteExample = "Data Source=/var/lib/incidentbot/incidentbot.db";
    public const string PostgresExample = "Host=db;Database=incidentbot;Username=incidentbot;Password=…";

    /// <summary>The engine: <c>sqlite</c> (embedded) or <c>postgres</c>.</summary>
    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>Where the data is; for SQLite a file that is created when it is missing.</summary>
    [Required]
    public string ConnectionString { get; set; } = "Data Source=data/incidentbot.db";

    /// <summary>Never prints the connection string: a password may be in it.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Provider is StorageProvider.Postgres && !NamesHost())
        {
            yield return new ValidationResult(
                $"Storage__ConnectionString does not say where PostgreSQL is. Set it, for example {PostgresExample}.");
        }
        else if (Provider is StorageProvider.Sqlite && !NamesFile())
        {
            yield return new ValidationResult(
                $"Storage__ConnectionString does not name a file that SQLite can write. Set it, for example {SqliteExample}, "
                + "or set Storage__Provider=postgres.");
        }
    }

    private bool NamesHost() => Reads(() => new NpgsqlConnectionStringBuilder(ConnectionString).Host is { Length: > 0 });

    private bool NamesFile() => Reads(() => new SqliteConnectionStringBuilder(ConnectionString)
        is { DataSource: not ("" or ":memory:"), Mode: SqliteOpenMode.ReadWriteCreate or SqliteOpenMode.ReadWrite });

    private static bool Reads(Func<bool> read)
    {
        try
        {
            return read();
        }
        catch (Exception failure) when (
            failure is ArgumentException or FormatException or InvalidCastException or KeyNotFoundException or OverflowException)
        {
            return false;
        }
    }
}
