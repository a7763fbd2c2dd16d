using System.ComponentModel.DataAnnotations;

namespace IncidentBot.Storage;

internal enum StorageProvider
{
    Sqlite,
    Postgres,
}

internal sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>The engine: <c>sqlite</c> (embedded) or <c>postgres</c>.</summary>
    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>Where the data is; for SQLite a file that is created when it is missing.</summary>
    [Required]
    public string ConnectionString { get; set; } = "Data Source=data/incidentbot.db";
}
