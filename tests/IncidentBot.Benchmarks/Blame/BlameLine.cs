using IncidentBot.Domain.Language.Blame;

namespace IncidentBot.Benchmarks.Blame;

/// <summary>A sentence to check, with its field and the people present.</summary>
internal sealed record BlameLine(BlameField Field, string People, string Sentence)
{
    /// <summary>Reads the columns <c>field, people, sentence</c>; null if they are something else.</summary>
    public static BlameLine? Read(IReadOnlyList<string> columns) =>
        columns.Count == 3 && FieldOf(columns[0]) is { } field ? new BlameLine(field, columns[1], columns[2]) : null;

    public IReadOnlyList<BlameFinding> Findings() =>
        BlameCheck.Find(
            Sentence, Field, PeoplePresent.From(People.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));

    private static BlameField? FieldOf(string name) =>
        Enum.GetValues<BlameField>()
            .Where(field => string.Equals(field.ToString(), name, StringComparison.OrdinalIgnoreCase))
            .Cast<BlameField?>()
            .FirstOrDefault();
}
