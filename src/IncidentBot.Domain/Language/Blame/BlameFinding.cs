namespace IncidentBot.Domain.Language.Blame;

/// <summary>One place where a text blames a person instead of asking what allowed the mistake.</summary>
/// <param name="Rule">The rule's stable id, such as <c>counterfactual</c>.</param>
/// <param name="Harm">Why such words do harm, in one kind sentence.</param>
/// <param name="Reframe">The question to ask instead.</param>
/// <param name="Start">Where the words begin in the text.</param>
/// <param name="Length">How many characters they take.</param>
/// <param name="Rewrite">The whole text without the blame, to use or to edit; null when there is no sensible one.</param>
public sealed record BlameFinding(string Rule, string Harm, string Reframe, int Start, int Length, string? Rewrite);
