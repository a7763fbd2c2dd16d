namespace IncidentBot.Domain.Language.Blame;

/// <summary>One place where a text speaks of a person's failing instead of what allowed it.</summary>
/// <param name="Rule">The rule's stable id, such as <c>counterfactual</c>.</param>
/// <param name="Harm">What such words do to the room, in one kind sentence.</param>
/// <param name="Reframe">The question to ask instead.</param>
/// <param name="Start">Where the words begin in the text.</param>
/// <param name="Length">How many characters they take.</param>
/// <param name="Rewrite">The whole text without the blame, to take as it is or to finish; null when none is sensible.</param>
public sealed record BlameFinding(string Rule, string Harm, string Reframe, int Start, int Length, string? Rewrite);
