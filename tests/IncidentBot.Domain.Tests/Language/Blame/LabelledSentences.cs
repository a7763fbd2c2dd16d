using IncidentBot.Domain.Language.Blame;

namespace IncidentBot.Domain.Tests.Language.Blame;

/// <summary>A sentence that people labelled as blameful or not.</summary>
internal sealed record LabelledSentence(bool Blameful, BlameField Field, string People, string Text)
{
    public IReadOnlyList<BlameFinding> Findings() =>
        BlameCheck.Find(
            Text, Field, PeoplePresent.From(People.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));
}

/// <summary>The sentences that the rules were tuned with: label, field, people and sentence, tab separated.</summary>
internal static class LabelledSentences
{
    public const string First = "tuning.tsv";

    /// <summary>Labelled by people who had not seen the rules.</summary>
    public const string Second = "tuning-2.tsv";

    /// <summary>Labelled by other people; a fifth of the sentences are ironic, indirect or very polite.</summary>
    public const string Third = "tuning-3.tsv";

    public static IReadOnlyList<LabelledSentence> Tuning() => [.. Of(First), .. Of(Second), .. Of(Third)];

    public static IReadOnlyList<LabelledSentence> Of(string set) =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Language", "Blame", set)).Select(Read)];

    private static LabelledSentence Read(string line)
    {
        var columns = line.Split('\t');
        return new LabelledSentence(columns[0] == "blameful", Enum.Parse<BlameField>(columns[1], ignoreCase: true), columns[2], columns[3]);
    }
}
