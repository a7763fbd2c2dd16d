namespace IncidentBot.Commands;

/// <summary>One verb: its word, an example, what it does, who does it, and whether it needs an incident's channel.</summary>
internal sealed record VerbRoute(string Word, string Usage, string Description, Type Handler, bool InIncident);

/// <summary>The verbs of the command, filled by <c>SlackRoutes.cs</c>; the help text is generated from them.</summary>
internal sealed class VerbTable
{
    private const int LikelyTypo = 2;

    private readonly List<VerbRoute> _verbs = [];

    public IReadOnlyList<VerbRoute> Verbs => _verbs;

    /// <summary>The verb that gets text without a verb outside incident channels: the first in the table.</summary>
    public VerbRoute Otherwise => _verbs[0];

    public VerbTable Anywhere<TVerb>(string word, string usage, string description)
        where TVerb : IVerb => Add(new VerbRoute(word, usage, description, typeof(TVerb), InIncident: false));

    public VerbTable InIncident<TVerb>(string word, string usage, string description)
        where TVerb : IVerb => Add(new VerbRoute(word, usage, description, typeof(TVerb), InIncident: true));

    public VerbRoute? Find(string word) => _verbs.Find(verb => verb.Word.Equals(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>The verb that someone probably meant; null when none is near.</summary>
    public VerbRoute? Nearest(string word) => _verbs
        .Select(verb => (Verb: verb, Distance: EditDistance.Between(verb.Word, word.ToLowerInvariant())))
        .Where(candidate => candidate.Distance <= Math.Min(LikelyTypo, candidate.Verb.Word.Length / 2))
        .OrderBy(candidate => candidate.Distance)
        .Select(candidate => candidate.Verb)
        .FirstOrDefault();

    private VerbTable Add(VerbRoute verb)
    {
        _verbs.Add(verb);
        return this;
    }
}
