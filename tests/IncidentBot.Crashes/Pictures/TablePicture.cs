using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace IncidentBot.Crashes.Pictures;

/// <summary>Every row of every table as a line; of inbox and outbox only that nothing waits and nothing was given up.</summary>
internal static class TablePicture
{
    private const int Waiting = 0;
    private const int Parked = 2;
    private static readonly string[] Lanes = ["inbox", "outbox"];

    // Limits are about real pace, not about the story; a hash is of a text with ids in it.
    private static readonly string[] LeftOut = [.. Lanes, "slack_limits", "sqlite_sequence", "content_hash"];

    public static async Task<IReadOnlyList<string>> OfAsync(DbConnection connection, Plain plain, params string[] butFor)
    {
        var lines = new List<string>();
        foreach (var table in Lanes)
        {
            var open = await RowsAsync(connection, $"SELECT kind_or_event, state, error FROM ({LaneRows(table)}) AS lane WHERE state IN ({Waiting}, {Parked})");
            lines.AddRange(open.Select(row => plain.Of($"{table} is not empty: {row}")));
        }

        foreach (var table in await TablesAsync(connection))
        {
            var rows = await RowsAsync(connection, $"SELECT * FROM \"{table}\"", butFor);
            lines.AddRange(rows.Select(row => plain.Of($"{table}: {row}")).Order(StringComparer.Ordinal));
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
            .Where(table => !LeftOut.Contains(table) && !table.StartsWith("__EF", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
    }

    private static async Task<IReadOnlyList<string>> RowsAsync(DbConnection connection, string query, params string[] butFor)
    {
        var rows = new List<string>();
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var cells = Enumerable.Range(0, reader.FieldCount)
                .Where(cell => !LeftOut.Contains(reader.GetName(cell)) && !butFor.Contains(reader.GetName(cell)) && !reader.IsDBNull(cell))
                .Select(cell => $"{reader.GetName(cell)}={Text(reader.GetValue(cell))}");
            rows.Add(string.Join(" | ", cells));
        }

        return rows;
    }

    private static string Text(object value) => value is DateTime instant
        ? instant.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
        : Convert.ToString(value, CultureInfo.InvariantCulture)!.ReplaceLineEndings(" / ");
}
