using IncidentBot.Domain.Language.Blame.Packs;
using IncidentBot.Domain.Language.Blame.Reading;

namespace IncidentBot.Domain.Language.Blame;

/// <summary>Finds words that blame a person, and suggests a rewrite about what allowed the mistake.</summary>
/// <remarks>Deterministic and local: a language pack holds the words; the code only knows how sentences are built.</remarks>
public static class BlameCheck
{
    /// <summary>Checks a text in a field.</summary>
    /// <param name="text">The text; null and empty have no findings.</param>
    /// <param name="field">Where it was written.</param>
    /// <param name="people">The people whose names are recognised.</param>
    /// <returns>What was found, in order of position.</returns>
    public static IReadOnlyList<BlameFinding> Find(string? text, BlameField field, PeoplePresent people)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        var found = new List<BlameFinding>();
        foreach (var finding in people.Languages.SelectMany(language => Find(text, field, people, LanguagePack.Of(language))))
        {
            // Words that two languages object to, such as a name, are one finding.
            if (!found.Exists(other => finding.Start < other.Start + other.Length && other.Start < finding.Start + finding.Length))
            {
                found.Add(finding);
            }
        }

        return [.. found.OrderBy(finding => finding.Start)];
    }

    private static IEnumerable<BlameFinding> Find(string text, BlameField field, PeoplePresent people, LanguagePack pack)
    {
        var passage = new Passage(text, field, people, pack);
        return new BlameReader(passage).FlaggedWords()
            .Select(flagged => Finding(passage, flagged, new Rewriter(passage, people).Rewrite(flagged)));
    }

    private static BlameFinding Finding(Passage passage, FlaggedWords flagged, string? rewrite)
    {
        var (start, end) = (passage.Tokens[flagged.From].Start, passage.Tokens[flagged.To - 1].End);
        return new BlameFinding(flagged.Rule.Id, flagged.Rule.Harm, flagged.Rule.Reframe, start, end - start, rewrite);
    }
}
