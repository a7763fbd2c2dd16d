namespace IncidentBot.Domain.FollowUps;

/// <summary>What someone noted at the progress review.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who.</param>
/// <param name="Insight">What was learned since, without names; null when nothing was written.</param>
/// <param name="Process">What to improve in how incidents and post-mortems are handled; null when nothing was written.</param>
public sealed record ReviewNote(DateTimeOffset At, PersonId By, string? Insight, string? Process);
