namespace IncidentBot.Domain;

/// <summary>An expected "no": one sentence for the person who asked, saying what to do about it.</summary>
/// <param name="Sentence">Plain text in the product's voice; the caller escapes it for its surface.</param>
/// <param name="Field">The input that it is about, as the rule names it ("title", "due"); null when it is about the whole.</param>
public sealed record Refusal(string Sentence, string? Field = null);
