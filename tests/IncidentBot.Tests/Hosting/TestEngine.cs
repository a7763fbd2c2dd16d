using System.Globalization;
using IncidentBot.Storage;

namespace IncidentBot.Tests.Hosting;

/// <summary>
/// The engine for feature tests: SQLite, or the one in the environment. tests/run runs all tests on SQLite and those marked
/// [Trait("Engine", "both")] on PostgreSQL as well. Tests of the storage name their engine and always run on both.
/// </summary>
internal static class TestEngine
{
    private const string Variable = "INCIDENTBOT_TEST_ENGINE";
    private const string NodesVariable = "INCIDENTBOT_TEST_NODES";

    public static StorageProvider Current { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } wanted
        ? Enum.Parse<StorageProvider>(wanted, ignoreCase: true)
        : StorageProvider.Sqlite;

    /// <summary>The default number of nodes: one, or the number in the environment; several nodes need PostgreSQL.</summary>
    public static int Nodes { get; } = Environment.GetEnvironmentVariable(NodesVariable) is { Length: > 0 } wanted
        ? int.Parse(wanted, CultureInfo.InvariantCulture)
        : 1;
}
