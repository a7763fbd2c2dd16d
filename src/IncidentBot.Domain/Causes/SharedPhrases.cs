namespace IncidentBot.Domain.Causes;

/// <summary>A run of words of a text that another text uses too.</summary>
/// <param name="Words">The words as they were written, in lower case.</param>
/// <param name="Stems">Their stems.</param>
internal sealed record SharedPhrase(string Words, IReadOnlyList<string> Stems);

/// <summary>Finds what two texts share, so that a suggestion can say why.</summary>
internal static class SharedPhrases
{
    private const int LongestRun = 2;

    public static IEnumerable<SharedPhrase> Of(string text, IReadOnlySet<string> known)
    {
        var run = new List<CauseTerm>();
        foreach (var term in CauseTerms.Of(text))
        {
            if (known.Contains(term.Stem))
            {
                run.Add(term);
            }

            if (run.Count > 0 && (run.Count == LongestRun || !known.Contains(term.Stem)))
            {
                yield return Phrase(run);
                run.Clear();
            }
        }

        if (run.Count > 0)
        {
            yield return Phrase(run);
        }
    }

    private static SharedPhrase Phrase(List<CauseTerm> run) =>
        new(string.Join(' ', run.Select(term => term.Word)), [.. run.Select(term => term.Stem)]);
}
