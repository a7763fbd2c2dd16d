using IncidentBot.Domain.Causes;

namespace IncidentBot.Domain.Search;

/// <summary>What people look for an incident by, from the field that says most to those that say least.</summary>
/// <param name="Title">The title.</param>
/// <param name="Service">The service; empty if none is named.</param>
/// <param name="Gap">The structural gaps, with the names of their cause classes.</param>
/// <param name="Summary">The summary, the sentence given at the resolve, and what users saw.</param>
/// <param name="Factors">The contributing factors.</param>
/// <param name="Learnings">The learnings.</param>
/// <param name="Actions">The action items.</param>
public sealed record SearchText(
    string Title, string Service, string Gap, string Summary, string Factors, string Learnings, string Actions)
{
    /// <summary>The highest weight of a word; weights are whole numbers from 1.</summary>
    public const int HighestWeight = 250;

    private const int LongestWord = 40;

    /// <summary>At this count a word has half of its full weight: its tenth use says little more than its second.</summary>
    private const double HalfWeightCount = 3;

    /// <summary>The fields with the name that is shown above a hit, and how much a word in them counts.</summary>
    public IReadOnlyList<SearchField> Fields =>
    [
        new("Title", Title, 5), new("Service", Service, 3), new("Structural gap", Gap, 2), new("Summary", Summary, 2),
        new("Contributing factors", Factors, 1), new("Learnings", Learnings, 1), new("Action items", Actions, 1),
    ];

    /// <summary>Each stem with its weight, as it is stored: fields count by importance, and repetition counts ever less.</summary>
    public IReadOnlyDictionary<string, int> Weights()
    {
        var counts = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var field in Fields)
        {
            foreach (var stem in Stems(field.Text))
            {
                counts[stem] = counts.GetValueOrDefault(stem) + field.Weight;
            }
        }

        return counts.ToDictionary(
            each => each.Key,
            each => Math.Max(1, (int)(HighestWeight * each.Value / (each.Value + HalfWeightCount))),
            StringComparer.Ordinal);
    }

    /// <summary>The stems of a text in order, each as often as it occurs.</summary>
    /// <param name="text">Any text.</param>
    public static IEnumerable<string> Stems(string text) => Terms(text).Select(term => term.Stem);

    /// <summary>The same with the words as they were written.</summary>
    /// <param name="text">Any text.</param>
    public static IEnumerable<CauseTerm> Terms(string text) => CauseTerms.Of(text).Where(term => term.Word.Length <= LongestWord);
}

/// <summary>A field that is searched.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Text">Its text.</param>
/// <param name="Weight">How much a word in it counts.</param>
public readonly record struct SearchField(string Label, string Text, int Weight);
