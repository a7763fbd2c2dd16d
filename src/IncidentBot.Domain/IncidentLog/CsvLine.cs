namespace IncidentBot.Domain.IncidentLog;

/// <summary>A line of a CSV file as RFC 4180 describes it, which spreadsheets open without running anything.</summary>
public static class CsvLine
{
    /// <summary>What a spreadsheet takes for the beginning of a formula, also behind spaces.</summary>
    private const string FormulaSigns = "=+-@\t\r＝＋－＠";

    /// <summary>The fields in one line, with the line's end.</summary>
    /// <param name="fields">The values; null for an empty one.</param>
    public static string Of(IEnumerable<string?> fields) => string.Join(',', fields.Select(Field)) + "\r\n";

    private static string Field(string? text)
    {
        var safe = IsFormula(text) ? $"'{text}" : text ?? "";
        return safe.AsSpan().IndexOfAny(",\"\r\n") >= 0 || safe.StartsWith(' ') || safe.EndsWith(' ')
            ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : safe;
    }

    private static bool IsFormula(string? text)
    {
        var shown = (text ?? "").TrimStart(' ', '\u00A0', '\n');
        return shown.Length > 0 && FormulaSigns.Contains(shown[0], StringComparison.Ordinal);
    }
}
