namespace IncidentBot.Domain.Causes;

/// <summary>A class that may fit, with what speaks for it.</summary>
/// <param name="Class">The class's id.</param>
/// <param name="Score">Higher fits better; only the order of the scores of one ranking means something.</param>
/// <param name="Similarity">How much the text resembles the texts of the class, from 0 to 1.</param>
/// <param name="Named">How much of the class's name or of a synonym the text mentions, from 0 to 1.</param>
/// <param name="Count">How many earlier texts have the class.</param>
public sealed record CauseSuggestion(Guid Class, double Score, double Similarity, double Named, int Count);

/// <summary>The classes that may fit a text, best first.</summary>
/// <param name="Suggestions">All classes that resemble the text or are frequent, best first.</param>
/// <param name="IsNew">Nothing is near: the text probably needs a class of its own.</param>
public sealed record CauseRanking(IReadOnlyList<CauseSuggestion> Suggestions, bool IsNew);
