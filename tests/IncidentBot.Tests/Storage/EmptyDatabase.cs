using IncidentBot.Storage;
using IncidentBot.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace IncidentBot.Tests.Storage;

/// <summary>An empty database on the engine that a storage test asks for.</summary>
internal sealed class EmptyDatabase : IAsyncDisposable
{
    private const string ServerVariable = "INCIDENTBOT_TEST_POSTGRES";

    private readonly string? _file;
    private readonly string? _server;
    private readonly string _name = $"t{Guid.NewGuid():N}";

    private EmptyDatabase(StorageProvider provider)
    {
        if (provider is StorageProvider.Sqlite)
        {
            _file = Path.Combine(Path.GetTempPath(), _name + ".db");
            Options = new StorageOptions { Provider = provider, ConnectionString = $"Data Source={_file};Pooling=False" };
            return;
        }

        _server = Environment.GetEnvironmentVariable(ServerVariable);
        Assert.SkipWhen(string.IsNullOrEmpty(_server), $"No PostgreSQL: {ServerVariable} is not set; tests/run starts one and sets it.");
        Options = new StorageOptions { Provider = provider, ConnectionString = new NpgsqlConnectionStringBuilder(_server) { Database = _name, Pooling = false }.ToString() };
    }

    public StorageOptions Options { get; }

    public static async Task<EmptyDatabase> CreateAsync(StorageProvider provider)
    {
        var database = new EmptyDatabase(provider);
        await database.OnServerAsync($"CREATE DATABASE {database._name}");
        return database;
    }

    public IncidentDb Open() => TestDatabase.Open(Options);

    public async ValueTask DisposeAsync()
    {
        await OnServerAsync($"DROP DATABASE {_name} WITH (FORCE)");
        if (_file is not null)
        {
            SqliteConnection.ClearAllPools();
            File.Delete(_file);
            File.Delete(_file + "-wal");
            File.Delete(_file + "-shm");
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
