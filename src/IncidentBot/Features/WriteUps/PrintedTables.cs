using System.Text.RegularExpressions;

namespace IncidentBot.Features.WriteUps;

/// <summary>A row of a printed table: its first cell, and the others with the titles of their columns; empty ones are left out.</summary>
internal sealed record PrintedRow(string First, IReadOnlyList<(string Title, string Text)> Others);

/// <summary>
/// The tables of the printed write-up as lists, for places where a wide table is unreadable or, as in a canvas, limited in size.
/// </summary>
internal static partial class PrintedTables
{
    /// <summary>The columns whose title says nothing that the cell doesn't.</summary>
    private static readonly string[] Untitled = ["", "Event", "Time (UTC)"];

    public static bool IsTable(IReadOnlyList<string> lines) => lines[0].StartsWith('|');

    /// <summary>The rows; the first line has the titles, the second only bars.</summary>
    public static IEnumerable<PrintedRow> Rows(IReadOnlyList<string> lines)
    {
        var titles = Cells(lines[0]);
        return lines.Skip(2).Select(Cells)
            .Select(cells => new PrintedRow(cells[0], [.. titles.Zip(cells).Skip(1).Where(cell => cell.Second.Length > 0)]));
    }

    /// <summary>What stands before a cell: its title, and what sets it apart from the one before.</summary>
    public static string Before((string Title, string Text) cell, bool isFirst) =>
        $"{(isFirst ? "  " : " · ")}{(Untitled.Contains(cell.Title) ? "" : $"{cell.Title}: ")}";

    /// <summary>The whole document with its tables as lists.</summary>
    public static string AsLists(string markdown) => string.Join(
        "\n\n",
        markdown.Split("\n\n").Select(paragraph =>
            paragraph.TrimStart('\n').Split('\n', StringSplitOptions.RemoveEmptyEntries) is { Length: > 2 } lines && IsTable(lines)
                ? string.Join('\n', Rows(lines).Select(row => $"- {Bold(row.First)}{Others(row)}"))
                : paragraph));

    private static string Others(PrintedRow row) =>
        string.Concat(row.Others.Select((cell, place) => Before(cell, isFirst: place == 0) + cell.Text));

    private static string Bold(string cell) => cell.StartsWith("**", StringComparison.Ordinal) ? cell : $"**{cell}**";

    private static IReadOnlyList<string> Cells(string line) => [.. Bar().Split(line.Trim())[1..^1].Select(cell => cell.Trim())];

    [GeneratedRegex(@"(?<!\\)\|", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bar();
}
