using IncidentBot.Domain.Search;

namespace IncidentBot.Commands;

/// <summary>One verb: its word, an example, what it does, who does it, and whether it needs an incident's channel.</summary>
internal sealed record VerbRoute(string Word, string Usage, string Description, Type Handler, bool InIncident)
{
    /// <summary>Whether a waiting modal may stand in for its answer to these words.</summary>
    public required Func<string, bool> WaitsInModal { get; init; }
}

/// <summary>The verbs of the command, filled by <c>SlackVerbs.cs</c>; the help text is generated from them.</summary>
internal sealed class VerbTable
{
    private const int LikelyTypo = 2;

    private readonly List<VerbRoute> _verbs = [];
    private readonly Dictionary<string, string> _synonyms = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _reserved = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<VerbRoute> Verbs => _verbs;

    /// <summary>The verb that gets text without a verb outside incident channels: the first in the table.</summary>
    public VerbRoute Otherwise => _verbs[0];

    public VerbTable Anywhere<TVerb>(string word, string usage, string description)
        where TVerb : IVerb => Add<TVerb>(word, usage, description, inIncident: false);

    public VerbTable InIncident<TVerb>(string word, string usage, string description)
        where TVerb : IVerb => Add<TVerb>(word, usage, description, inIncident: true);

    /// <summary>Another word for a verb, which help doesn't list.</summary>
    public VerbTable Synonym(string word, string verb)
    {
        _synonyms.Add(word, verb);
        return this;
    }

    /// <summary>Words that sound like commands but are none, so that typing one alone declares nothing.</summary>
    public VerbTable Reserved(params IEnumerable<string> words)
    {
        _reserved.UnionWith(words);
        return this;
    }

    public VerbRoute? Find(string word) =>
        _verbs.Find(verb => verb.Word.Equals(_synonyms.GetValueOrDefault(word, word), StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a waiting modal may stand in: for a title, or a verb that says so. A number may come before its words.</summary>
    public bool WaitsInModal(string text)
    {
        var (word, arguments) = FirstWord.Of(text);
        var verb = Find(word) ?? Otherwise;
        return verb.WaitsInModal(arguments) || (NamedIncident.After(arguments) is { } rest && verb.WaitsInModal(rest));
    }

    /// <summary>
    /// Whether this is a reserved word alone, or followed by a number or a period and nothing else: "log", "log #3", "trends 90d".
    /// Any other words after it make it a title, such as "Search is down".
    /// </summary>
    public bool IsReserved(string word, string arguments) =>
        _reserved.Contains(word) && (arguments.Length == 0 || IsNumberOrPeriod(arguments));

    /// <summary>The verb that someone probably meant; null when none is near.</summary>
    public VerbRoute? Nearest(string word) => _verbs
        .Select(verb => (Verb: verb, Distance: Spelling.Distance(verb.Word, word.ToLowerInvariant())))
        .Where(candidate => candidate.Distance <= Math.Min(LikelyTypo, candidate.Verb.Word.Length / 2))
        .OrderBy(candidate => candidate.Distance)
        .Select(candidate => candidate.Verb)
        .FirstOrDefault();

    private static bool IsNumberOrPeriod(string text)
    {
        var digits = text.TrimStart('#').TrimEnd('d', 'w', 'm', 'y');
        return digits.Length is > 0 and < 6 && digits.All(char.IsAsciiDigit);
    }

    private VerbTable Add<TVerb>(string word, string usage, string description, bool inIncident)
        where TVerb : IVerb
    {
        _verbs.Add(new VerbRoute(word, usage, description, typeof(TVerb), inIncident) { WaitsInModal = TVerb.WaitsInModal });
        return this;
    }
}
