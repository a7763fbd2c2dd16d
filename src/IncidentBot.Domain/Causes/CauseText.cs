namespace IncidentBot.Domain.Causes;

/// <summary>What an incident says about its cause, from the field that says most to the field that says least.</summary>
/// <param name="Gap">The structural gap's sentence, or the paragraph on the cause.</param>
/// <param name="Factors">The contributing factors, joined.</param>
/// <param name="Title">The incident's title.</param>
/// <param name="Service">The service's name; empty if none is named.</param>
public sealed record CauseText(string Gap, string Factors, string Title, string Service)
{
    private const double GapWeight = 1;
    private const double FactorsWeight = 0.5;
    private const double TitleWeight = 0.25;
    private const double ServiceWeight = 0.25;

    /// <summary>A word's second use in a text says less than its first: at this count it has half of its full weight.</summary>
    private const double HalfWeightCount = 1.5;

    /// <summary>A text of one field.</summary>
    /// <param name="gap">The sentence.</param>
    public static CauseText Of(string gap) => new(gap, "", "", "");

    /// <summary>Each stem with its weight: fields count by their importance, repetition counts ever less, and length cancels out.</summary>
    internal IReadOnlyDictionary<string, double> Weights()
    {
        var counts = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (field, weight) in Fields())
        {
            foreach (var term in CauseTerms.Of(field))
            {
                counts[term.Stem] = counts.GetValueOrDefault(term.Stem) + weight;
            }
        }

        foreach (var (stem, count) in counts)
        {
            counts[stem] = count / (count + HalfWeightCount);
        }

        return counts;
    }

    /// <summary>The stems in which a class's name is looked for: the service's name would match by accident.</summary>
    internal IReadOnlySet<string> Stems() =>
        new[] { Gap, Factors, Title }.SelectMany(CauseTerms.Of).Select(term => term.Stem).ToHashSet(StringComparer.Ordinal);

    private IEnumerable<(string Field, double Weight)> Fields() =>
        [(Gap, GapWeight), (Factors, FactorsWeight), (Title, TitleWeight), (Service, ServiceWeight)];
}
