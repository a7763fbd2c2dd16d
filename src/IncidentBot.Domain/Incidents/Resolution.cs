namespace IncidentBot.Domain.Incidents;

/// <summary>What the resolve modal asks for; everything else can follow later.</summary>
/// <param name="EndedAt">When it ended for the people affected; not before the start, not in the future.</param>
/// <param name="Sentence">One sentence on what happened, at most 500 characters; null or empty when no one wrote it yet.</param>
public sealed record Resolution(DateTimeOffset EndedAt, string? Sentence = null);
