using System.Data.Common;
using IncidentBot.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace IncidentBot.Crashes.Hosting;

/// <summary>An empty database for each run of the story; the service creates the tables.</summary>
internal sealed class CrashDatabase : IAsyncDisposable
{
    private const string ServerVariable = "INCIDENTBOT_TEST_POSTGRES";

    private readonly string _name = $"crash{Guid.NewGuid():N}";
    private readonly string? _folder;
    private readonly string? _server;

    private CrashDatabase(StorageProvider provider)
    {
        Provider = provider;
        if (provider is StorageProvider.Sqlite)
        {
            _folder = Directory.CreateTempSubdirectory("incidentbot-crash-").FullName;
            ConnectionString = $"Data Source={Path.Combine(_folder, "incidentbot.db")}";
            return;
        }

        _server = Environment.GetEnvironmentVariable(ServerVariable);
        Assert.SkipWhen(string.IsNullOrEmpty(_server), $"No PostgreSQL: {ServerVariable} is not set; tests/run starts one and sets it.");
        ConnectionString = new NpgsqlConnectionStringBuilder(_server) { Database = _name }.ToString();
    }

    public StorageProvider Provider { get; }

    public string ConnectionString { get; }

    public static async Task<CrashDatabase> CreateAsync(StorageProvider provider)
    {
        var database = new CrashDatabase(provider);
        await database.OnServerAsync($"CREATE DATABASE {database._name}");
        return database;
    }

    public async Task<DbConnection> OpenAsync()
    {
        DbConnection connection = Provider is StorageProvider.Sqlite
            ? new SqliteConnection(ConnectionString + ";Pooling=False")
            : new NpgsqlConnection(ConnectionString + ";Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        await OnServerAsync($"DROP DATABASE {_name} WITH (FORCE)");
        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private async Task OnServerAsync(string statement)
    {
        if (_server is null)
        {
            return;
        }

        await using var connection = new NpgsqlConnection(_server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
