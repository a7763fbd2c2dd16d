namespace IncidentBot.Domain.Search;

/// <summary>A word that is looked for, and the incidents that have it.</summary>
/// <param name="Stem">The stem.</param>
/// <param name="Incidents">How many incidents have it, read or not.</param>
/// <param name="Weights">The incidents that were read, with the word's weight in them.</param>
public sealed record SearchedWord(string Stem, int Incidents, IReadOnlyDictionary<int, int> Weights);

/// <summary>An incident that was found.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Score">How well it fits, from 0 to 1: 1 when it has every word in its title.</param>
/// <param name="Stems">The words that it has, the most telling first.</param>
public sealed record SearchHit(int Number, double Score, IReadOnlyList<string> Stems);

/// <summary>Orders incidents by how well they fit: rare words count more than frequent ones, and all words more than some.</summary>
public static class SearchRanking
{
    /// <summary>The share of the score that an incident gets for few of the words.</summary>
    private const double ForFewWords = 0.4;

    /// <summary>How telling a word is: the fewer incidents have it, the more.</summary>
    /// <param name="incidents">How many have it.</param>
    /// <param name="all">How many incidents there are.</param>
    public static double Rarity(int incidents, int all) =>
        Math.Log(1 + ((Math.Max(all, incidents) - incidents + 0.5) / (incidents + 0.5)));

    /// <summary>The incidents that have at least one of the words, best first; of equally good ones, the newest first.</summary>
    /// <param name="words">The words, each once.</param>
    /// <param name="all">How many incidents there are.</param>
    public static IReadOnlyList<SearchHit> Rank(IReadOnlyList<SearchedWord> words, int all)
    {
        var telling = words.Select(word => (Word: word, Rarity: Rarity(word.Incidents, all)))
            .OrderByDescending(each => each.Rarity).ThenBy(each => each.Word.Stem, StringComparer.Ordinal).ToList();
        var best = telling.Sum(each => each.Rarity);
        var scores = new Dictionary<int, (double Score, double Covered)>();
        foreach (var (word, rarity) in telling)
        {
            foreach (var (number, weight) in word.Weights)
            {
                var (score, covered) = scores.GetValueOrDefault(number);
                scores[number] = (score + (rarity * weight / SearchText.HighestWeight), covered + rarity);
            }
        }

        return
        [
            .. scores
                .Select(each => (Number: each.Key, Score: Score(each.Value.Score / best, each.Value.Covered / best)))
                .OrderByDescending(each => each.Score).ThenByDescending(each => each.Number)
                .Select(each => new SearchHit(each.Number, each.Score, StemsOf(each.Number))),
        ];

        IReadOnlyList<string> StemsOf(int number) =>
            [.. telling.Where(each => each.Word.Weights.ContainsKey(number)).Select(each => each.Word.Stem)];
    }

    private static double Score(double fit, double covered) => fit * (ForFewWords + ((1 - ForFewWords) * covered));
}
