using System.Globalization;
using IncidentBot.Storage;

namespace IncidentBot.Tests.Hosting;

/// <summary>
/// The engine on which feature tests run: SQLite, or what the environment asks for. tests/run runs all on SQLite and those marked
/// [Trait("Engine", "both")] on PostgreSQL as well; tests about storage itself name their engine and run on both each time.
/// </summary>
internal static class TestEngine
{
    private const string Variable = "INCIDENTBOT_TEST_ENGINE";
    private const string NodesVariable = "INCIDENTBOT_TEST_NODES";

    public static StorageProvider Current { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } wanted
        ? Enum.Parse<StorageProvider>(wanted, ignoreCase: true)
        : StorageProvider.Sqlite;

    /// <summary>How many nodes a test starts that does not say: one, or what the environment asks for; several need PostgreSQL.</summary>
    public static int Nodes { get; } = Environment.GetEnvironmentVariable(NodesVariable) is { Length: > 0 } wanted
        ? int.Parse(wanted, CultureInfo.InvariantCulture)
        : 1;
}
