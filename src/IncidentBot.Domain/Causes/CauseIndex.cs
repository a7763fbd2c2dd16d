using System.Runtime.InteropServices;

namespace IncidentBot.Domain.Causes;

/// <summary>
/// Ranks the cause classes for a text by three things that can be explained: how much the text resembles the earlier texts of the
/// class, how much of the class's name it mentions, and how frequent the class is. Learning and forgetting a text cost only that
/// text's words; ranking costs the text's words times the classes that use them, however many incidents there are.
/// </summary>
public sealed class CauseIndex
{
    private const double NamedWeight = 0.5;
    private const double NamedNearness = 0.3;
    private const double FrequencyWeight = 0.02;
    private const double Nothing = 1e-9;

    private readonly Dictionary<Guid, CauseProfile> _profiles = [];
    private readonly Dictionary<string, Dictionary<Guid, double>> _users = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _textsWith = new(StringComparer.Ordinal);
    private readonly NoveltyGauge _gauge = new();
    private int _texts;
    private int _onlyOnce;

    /// <summary>Names a class. Its words are looked for in a text, so a class can be suggested before it has many texts.</summary>
    /// <param name="cause">The class's id.</param>
    /// <param name="name">Its name.</param>
    /// <param name="synonyms">Other names; one of them is as good as the name.</param>
    public void Describe(Guid cause, string name, IReadOnlyList<string> synonyms)
    {
        var profile = Profile(cause);
        profile.Name = name;
        profile.Names =
        [
            .. synonyms.Prepend(name)
                .Select(each => CauseTerms.Of(each).Select(term => term.Stem).Distinct(StringComparer.Ordinal).ToList())
                .Where(stems => stems.Count > 0),
        ];
    }

    /// <summary>Adds a text to its class.</summary>
    /// <param name="cause">The class's id.</param>
    /// <param name="text">The text.</param>
    public void Add(Guid cause, CauseText text) => Change(cause, text, 1);

    /// <summary>Takes a text away that was added before, because its class or its words changed.</summary>
    /// <param name="cause">The class's id.</param>
    /// <param name="text">The text as it was added.</param>
    public void Remove(Guid cause, CauseText text) => Change(cause, text, -1);

    /// <summary>Adds a text, and learns from it how near a text of a known class usually is.</summary>
    /// <param name="cause">The class's id.</param>
    /// <param name="text">The text.</param>
    public void Learn(Guid cause, CauseText text)
    {
        if (_profiles.TryGetValue(cause, out var profile) && profile.Count > 0)
        {
            _gauge.Record(Nearness(Suggest(text)));
        }

        Add(cause, text);
    }

    /// <summary>The classes that may fit a text, best first.</summary>
    /// <param name="text">The text of an incident without a class.</param>
    public CauseRanking Rank(CauseText text)
    {
        var suggestions = Suggest(text);
        return new CauseRanking(suggestions, _gauge.IsNew(Nearness(suggestions), _onlyOnce, _texts));
    }

    /// <summary>The words that two texts share, rarest first; neighbours are shown together.</summary>
    /// <param name="text">The text whose words are shown as they are written in it.</param>
    /// <param name="other">The text to compare with.</param>
    /// <param name="most">At most so many.</param>
    public IReadOnlyList<string> Shared(CauseText text, CauseText other, int most)
    {
        var known = other.Stems();
        return
        [
            .. SharedPhrases.Of(text.Gap, known).Concat(SharedPhrases.Of(text.Factors, known)).Concat(SharedPhrases.Of(text.Title, known))
                .DistinctBy(phrase => phrase.Words, StringComparer.Ordinal)
                .OrderByDescending(phrase => phrase.Stems.Sum(Rarity))
                .ThenBy(phrase => phrase.Words, StringComparer.Ordinal)
                .Select(phrase => phrase.Words)
                .Take(most),
        ];
    }

    /// <summary>How near the text is to any class: what it resembles most, and the name that it mentions most.</summary>
    private static double Nearness(List<CauseSuggestion> suggestions) => suggestions.Count == 0
        ? 0
        : suggestions.Max(each => each.Similarity) + (NamedNearness * suggestions.Max(each => each.Named));

    private List<CauseSuggestion> Suggest(CauseText text)
    {
        var similar = Similarities(text);
        var named = new NamedClasses(_profiles.Values).In(text.Stems());
        var used = _profiles.Values.Where(profile => profile.Count > 0 || named.ContainsKey(profile.Id)).ToList();
        return
        [
            .. used.Select(profile =>
                {
                    var frequency = Math.Log((profile.Count + 1.0) / (_texts + used.Count));
                    var (similarity, mentions) = (similar.GetValueOrDefault(profile.Id), named.GetValueOrDefault(profile.Id));
                    var score = similarity + (NamedWeight * mentions) + (FrequencyWeight * frequency);
                    return (profile.Name, Suggestion: new CauseSuggestion(profile.Id, score, similarity, mentions, profile.Count));
                })
                .OrderByDescending(each => each.Suggestion.Score)
                .ThenBy(each => each.Name, StringComparer.Ordinal)
                .Select(each => each.Suggestion),
        ];
    }

    /// <summary>The cosine between the text and each class's profile, rare words counting more.</summary>
    private Dictionary<Guid, double> Similarities(CauseText text)
    {
        var products = new Dictionary<Guid, double>();
        var squares = 0.0;
        foreach (var (stem, weight) in text.Weights())
        {
            if (!_users.TryGetValue(stem, out var users))
            {
                continue;
            }

            var rarity = Rarity(stem);
            var own = weight * rarity;
            squares += own * own;
            foreach (var (cause, part) in users)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(products, cause, out _) += own * part * rarity;
            }
        }

        var length = Math.Sqrt(squares);
        foreach (var (cause, product) in products)
        {
            var lengths = length * _profiles[cause].Length(_texts, Rarity);
            products[cause] = lengths > Nothing ? product / lengths : 0;
        }

        return products;
    }

    /// <summary>How much a word tells, by the number of texts that use it.</summary>
    private double Rarity(string stem)
    {
        var with = _textsWith.GetValueOrDefault(stem);
        return Math.Log(1 + ((_texts - with + 0.5) / (with + 0.5)));
    }

    private CauseProfile Profile(Guid cause)
    {
        if (!_profiles.TryGetValue(cause, out var profile))
        {
            _profiles[cause] = profile = new CauseProfile(cause);
        }

        return profile;
    }

    private void Change(Guid cause, CauseText text, int by)
    {
        var profile = Profile(cause);
        var weights = text.Weights();
        var length = Math.Sqrt(weights.Values.Sum(weight => weight * weight));
        foreach (var (stem, weight) in weights)
        {
            _textsWith[stem] = _textsWith.GetValueOrDefault(stem) + by;
            ChangeWeight(profile, stem, by * weight / length);
        }

        _onlyOnce -= profile.Count == 1 ? 1 : 0;
        profile.Change(by);
        _onlyOnce += profile.Count == 1 ? 1 : 0;
        _texts += by;
    }

    private void ChangeWeight(CauseProfile profile, string stem, double by)
    {
        var weight = profile.Weights.GetValueOrDefault(stem) + by;
        if (weight > Nothing)
        {
            profile.Weights[stem] = weight;
            if (!_users.TryGetValue(stem, out var users))
            {
                _users[stem] = users = [];
            }

            users[profile.Id] = weight;
            return;
        }

        profile.Weights.Remove(stem);
        if (_users.TryGetValue(stem, out var others) && others.Remove(profile.Id) && others.Count == 0)
        {
            _users.Remove(stem);
        }
    }
}
