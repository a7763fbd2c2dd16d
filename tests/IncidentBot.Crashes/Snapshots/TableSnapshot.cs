using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace IncidentBot.Crashes.Snapshots;

/// <summary>Every row of every table as a line; of inbox and outbox only the rows that still wait or were given up.</summary>
internal static class TableSnapshot
{
    private const int Waiting = 0;
    private const int Parked = 2;
    private static readonly string[] Lanes = ["inbox", "outbox"];

    // Rate limits depend on real time, not on the story, and a hash covers a text that contains ids.
    private static readonly string[] Excluded = [.. Lanes, "slack_limits", "sqlite_sequence", "content_hash"];

    public static async Task<IReadOnlyList<string>> OfAsync(DbConnection connection, TextNormalizer normalizer, params string[] excluding)
    {
        var lines = new List<string>();
        foreach (var table in Lanes)
        {
            var open = await RowsAsync(
                connection, $"SELECT kind_or_event, state, error FROM ({LaneRows(table)}) AS lane WHERE state IN ({Waiting}, {Parked})");
            lines.AddRange(open.Select(row => normalizer.Normalize($"{table} is not empty: {row}")));
        }

        foreach (var table in await TablesAsync(connection))
        {
            var rows = await RowsAsync(connection, $"SELECT * FROM \"{table}\"", excluding);
            lines.AddRange(rows.Select(row => normalizer.Normalize($"{table}: {row}")).Order(StringComparer.Ordinal));
        }

        return lines;
    }

    private static string LaneRows(string table) =>
        $"SELECT {(table == "inbox" ? "event_id" : "kind")} AS kind_or_event, state, error FROM {table}";

    private static async Task<IReadOnlyList<string>> TablesAsync(DbConnection connection)
    {
        var tables = await RowsAsync(connection, connection is SqliteConnection
            ? "SELECT name FROM sqlite_master WHERE type = 'table'"
            : "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'");
        return [.. tables.Select(row => row["name=".Length..])
            .Where(table => !Excluded.Contains(table) && !table.StartsWith("__EF", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
    }

    private static async Task<IReadOnlyList<string>> RowsAsync(DbConnection connection, string query, params string[] excluding)
    {
        var rows = new List<string>();
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var cells = Enumerable.Range(0, reader.FieldCount)
                .Where(
                    cell => !Excluded.Contains(reader.GetName(cell)) && !excluding.Contains(reader.GetName(cell)) && !reader.IsDBNull(cell))
                .Select(cell => $"{reader.GetName(cell)}={Text(reader.GetValue(cell))}");
            rows.Add(string.Join(" | ", cells));
        }

        return rows;
    }

    /// <summary>The same text for the same value on both engines: SQLite knows neither truth values nor days.</summary>
    private static string Text(object value) => value switch
    {
        DateTime instant => instant.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool isTrue => isTrue ? "1" : "0",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!.ReplaceLineEndings(" / "),
    };
}
