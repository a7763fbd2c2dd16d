using IncidentBot.Domain.Language.Blame.Packs;
using IncidentBot.Domain.Language.Blame.Reading;

namespace IncidentBot.Domain.Language.Blame;

/// <summary>Finds words that blame a person, and offers words about what allowed the mistake.</summary>
/// <remarks>Deterministic and local: the words come from a language pack; the code only knows how sentences are built.</remarks>
public static class BlameCheck
{
    /// <summary>Checks a text in a field.</summary>
    /// <param name="text">The text; null and empty have no findings.</param>
    /// <param name="field">Where it was written.</param>
    /// <param name="people">The people whose names are recognised.</param>
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
