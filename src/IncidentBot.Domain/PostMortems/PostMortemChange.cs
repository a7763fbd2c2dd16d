namespace IncidentBot.Domain.PostMortems;

/// <summary>One line of a post-mortem's record of changes.</summary>
/// <param name="At">When it was done, UTC.</param>
/// <param name="By">Who did it; null for the service itself.</param>
/// <param name="What">One plain sentence without its subject, people by their ids: "waived: no learning beyond the runbook".</param>
/// <param name="Part">What it was about, as in <see cref="PostMortemPart"/>; null for what is about the whole, and for changes from
/// before parts were recorded.</param>
/// <param name="Section">The word of the section when the part is one of its items; null otherwise.</param>
public sealed record PostMortemChange(DateTimeOffset At, PersonId? By, string What, string? Part = null, string? Section = null);
