namespace IncidentBot.Domain.PostMortems;

/// <summary>One line of a post-mortem's record of changes.</summary>
/// <param name="At">When it was done, UTC.</param>
/// <param name="By">Who did it; null for the service itself.</param>
/// <param name="What">One plain sentence without its subject, people by their ids: "waived: no learning beyond the runbook".</param>
public sealed record PostMortemChange(DateTimeOffset At, PersonId? By, string What);
