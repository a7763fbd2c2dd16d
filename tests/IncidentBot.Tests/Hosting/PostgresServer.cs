using IncidentBot.Storage;
using Npgsql;

namespace IncidentBot.Tests.Hosting;

/// <summary>The server that tests/run starts; tests make and drop databases of their own on it.</summary>
internal static class PostgresServer
{
    private const string Variable = "INCIDENTBOT_TEST_POSTGRES";
    private const int ConnectionsADatabase = 20;

    /// <summary>Where it is; a test that needs it is skipped, visibly, where there is none.</summary>
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
        ConnectionString = new NpgsqlConnectionStringBuilder(Address) { Database = name, MaxPoolSize = ConnectionsADatabase }.ToString(),
    };

    public static Task CreateAsync(string name, string? template = null) =>
        ExecuteAsync(template is null ? $"CREATE DATABASE {name}" : $"CREATE DATABASE {name} TEMPLATE {template}");

    /// <summary>Drops a database; the connections to it that our pool still holds are closed first.</summary>
    public static async Task DropAsync(string name)
    {
        CloseConnectionsTo(name);
        await ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    /// <summary>Closes our idle connections: a database that serves as template may have none.</summary>
    public static void CloseConnectionsTo(string name)
    {
        using var connection = new NpgsqlConnection(Database(name).ConnectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    /// <summary>Every connection to a database ends, as when the server restarts.</summary>
    public static Task EndConnectionsAsync(StorageOptions database) => ExecuteAsync(
        $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{NameOf(database)}'");

    /// <summary>Lets nobody into a database, or everybody again.</summary>
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
