using System.Text.Encodings.Web;
using System.Text.Json;
using IncidentBot.Domain.IncidentLog;

namespace IncidentBot.Features.IncidentLog;

/// <summary>Writes exported rows as CSV and JSON; README.md describes the columns.</summary>
internal static class RowFiles
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A line for each row, after the names of the columns; returns how many.</summary>
    public static Task<int> WriteCsvAsync<TRow>(IReadOnlyList<string> columns, IAsyncEnumerable<TRow> rows, TextWriter csv)
        where TRow : IExportRow => WriteAsync(columns, rows, csv, TextWriter.Null);

    /// <summary>A list with an object for each row; returns how many.</summary>
    public static Task<int> WriteJsonAsync<TRow>(IReadOnlyList<string> columns, IAsyncEnumerable<TRow> rows, TextWriter json)
        where TRow : IExportRow => WriteAsync(columns, rows, TextWriter.Null, json);

    /// <summary>Both at once, because the rows are read only once.</summary>
    public static async Task<int> WriteAsync<TRow>(
        IReadOnlyList<string> columns, IAsyncEnumerable<TRow> rows, TextWriter csv, TextWriter json)
        where TRow : IExportRow
    {
        await csv.WriteAsync(CsvLine.Of(columns));
        var count = 0;
        await foreach (var row in rows)
        {
            await csv.WriteAsync(CsvLine.Of(row.Values()));
            await json.WriteAsync(count == 0 ? "[\n" : ",\n");
            await json.WriteAsync(JsonSerializer.Serialize(row, Json));
            count++;
        }

        await json.WriteAsync(count == 0 ? "[]\n" : "\n]\n");
        return count;
    }
}
