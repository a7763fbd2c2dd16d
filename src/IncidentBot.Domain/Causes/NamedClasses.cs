namespace IncidentBot.Domain.Causes;

/// <summary>Finds the names of classes in a text. A word that many names use ("software") says less than one that one name uses.</summary>
internal sealed class NamedClasses(IReadOnlyCollection<CauseProfile> profiles)
{
    /// <summary>For each class of which a word is mentioned: the share of its name, or of its best synonym, from 0 to 1.</summary>
    public Dictionary<Guid, double> In(IReadOnlySet<string> stems)
    {
        var uses = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in profiles.SelectMany(WordsOf))
        {
            uses[word] = uses.GetValueOrDefault(word) + 1;
        }

        var mentioned = uses.Keys.Where(word => stems.Any(stem => CauseTerms.Mentions(word, stem))).ToHashSet(StringComparer.Ordinal);
        var shares = new Dictionary<Guid, double>();
        foreach (var profile in profiles)
        {
            var share = profile.Names.Select(name => Share(name, mentioned, uses)).DefaultIfEmpty().Max();
            if (share > 0)
            {
                shares[profile.Id] = share;
            }
        }

        return shares;
    }

    private static IEnumerable<string> WordsOf(CauseProfile profile) =>
        profile.Names.SelectMany(name => name).Distinct(StringComparer.Ordinal);

    private double Share(IReadOnlyList<string> name, HashSet<string> mentioned, Dictionary<string, int> uses) =>
        name.Where(mentioned.Contains).Sum(word => Telling(uses[word])) / name.Sum(word => Telling(uses[word]));

    private double Telling(int uses) => Math.Log(1 + ((double)profiles.Count / uses));
}
