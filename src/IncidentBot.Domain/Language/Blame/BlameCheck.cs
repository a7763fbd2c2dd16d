using IncidentBot.Domain.Language.Blame.Packs;
using IncidentBot.Domain.Language.Blame.Reading;

namespace IncidentBot.Domain.Language.Blame;

/// <summary>Finds words that speak of a person's failing, and offers words that speak of what allowed it.</summary>
/// <remarks>Deterministic and local: the words come from a language pack, the code knows only how sentences are built.</remarks>
public static class BlameCheck
{
    /// <summary>Looks at a text as it would stand in a field.</summary>
    /// <param name="text">What was written; null and empty hold no blame.</param>
    /// <param name="field">Where it was written.</param>
    /// <param name="people">Whose names count as names.</param>
    /// <returns>What was found, in order of position.</returns>
    public static IReadOnlyList<BlameFinding> Look(string? text, BlameField field, PeoplePresent people)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        var pack = LanguagePack.English;
        var passage = new Passage(text, field, people, pack);
        return [.. new BlameReader(passage).Sightings()
            .Select(sighting => Finding(passage, sighting, new Rewriting(passage, people).Of(sighting)))];
    }

    private static BlameFinding Finding(Passage passage, Sighting sighting, string? rewrite)
    {
        var (start, end) = (passage.Tokens[sighting.From].Start, passage.Tokens[sighting.To - 1].End);
        return new BlameFinding(sighting.Rule.Id, sighting.Rule.Harm, sighting.Rule.Reframe, start, end - start, rewrite);
    }
}
