using IncidentBot.Storage;
using Npgsql;

namespace IncidentBot.Tests.Hosting;

/// <summary>The server that tests/run starts; each test creates and drops its own database on it.</summary>
internal static class PostgresServer
{
    private const string Variable = "INCIDENTBOT_TEST_POSTGRES";
    private const int ConnectionsPerDatabase = 20;

    /// <summary>The server's connection string; a test that needs it is skipped where there is no server.</summary>
    private static string Address
    {
        get
        {
            var address = Environment.GetEnvironmentVariable(Variable);
            Assert.SkipWhen(string.IsNullOrEmpty(address), $"No PostgreSQL: {Variable} is not set; tests/run starts a server and sets it.");
            return address!;
        }
    }

    public static StorageOptions Database(string name) => new()
    {
        Provider = StorageProvider.Postgres,
        ConnectionString = new NpgsqlConnectionStringBuilder(Address) { Database = name, MaxPoolSize = ConnectionsPerDatabase }.ToString(),
    };

    public static Task CreateAsync(string name, string? template = null) =>
        ExecuteAsync(template is null ? $"CREATE DATABASE {name}" : $"CREATE DATABASE {name} TEMPLATE {template}");

    /// <summary>Drops a database after closing its pooled connections.</summary>
    public static async Task DropAsync(string name)
    {
        CloseConnectionsTo(name);
        await ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    /// <summary>Closes the pooled connections, because a template database may have none.</summary>
    public static void CloseConnectionsTo(string name)
    {
        using var connection = new NpgsqlConnection(Database(name).ConnectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    /// <summary>Ends every connection to a database, like a restart of the server.</summary>
    public static Task EndConnectionsAsync(StorageOptions database) => ExecuteAsync(
        $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{NameOf(database)}'");

    /// <summary>Refuses connections to a database, or allows them again.</summary>
    public static async Task AllowAsync(StorageOptions database, bool connections)
    {
        await ExecuteAsync($"ALTER DATABASE {NameOf(database)} WITH ALLOW_CONNECTIONS {connections}");
        await EndConnectionsAsync(database);
    }

    private static string? NameOf(StorageOptions database) => new NpgsqlConnectionStringBuilder(database.ConnectionString).Database;

    private static async Task ExecuteAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(Address);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
