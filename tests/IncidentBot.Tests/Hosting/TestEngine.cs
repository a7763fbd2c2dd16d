using IncidentBot.Storage;

namespace IncidentBot.Tests.Hosting;

/// <summary>
/// The engine on which feature tests run: SQLite, or what the environment asks for. tests/run runs them on both, one after
/// the other; tests about storage itself name their engine and run on both each time.
/// </summary>
internal static class TestEngine
{
    private const string Variable = "INCIDENTBOT_TEST_ENGINE";

    public static StorageProvider Current { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } wanted
        ? Enum.Parse<StorageProvider>(wanted, ignoreCase: true)
        : StorageProvider.Sqlite;
}
