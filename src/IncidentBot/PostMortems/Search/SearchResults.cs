using IncidentBot.Domain.Search;

namespace IncidentBot.PostMortems.Search;

/// <summary>An incident that was found.</summary>
/// <param name="Hit">Its number, how well it fits, and which of the words it has.</param>
/// <param name="Text">What it was found by.</param>
internal sealed record FoundIncident(SearchHit Hit, SearchText Text);

/// <summary>What was found, best first.</summary>
/// <param name="Found">A page of it.</param>
/// <param name="Stems">The words that were looked for, as they are compared.</param>
/// <param name="HasMore">Whether there is another page.</param>
internal sealed record SearchResults(IReadOnlyList<FoundIncident> Found, IReadOnlySet<string> Stems, bool HasMore)
{
    public static SearchResults None { get; } = new([], new HashSet<string>(), false);

    /// <summary>Misspelt words with the words that were looked for instead, as far as they occur in what was found.</summary>
    public IReadOnlyList<string> MeantInstead { get; init; } = [];
}

/// <summary>An earlier incident that resembles another one.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Title">Its title.</param>
/// <param name="Score">How much of what was asked for it has, from 0 to 1.</param>
/// <param name="SharedWords">The telling words that both have, as the earlier one spells them, the most telling first.</param>
internal sealed record SimilarIncident(int Number, string Title, double Score, IReadOnlyList<string> SharedWords);
