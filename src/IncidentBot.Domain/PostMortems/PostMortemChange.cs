namespace IncidentBot.Domain.PostMortems;

/// <summary>One entry in a post-mortem's history.</summary>
/// <param name="At">When it was done, UTC.</param>
/// <param name="By">Who did it; null for the service itself.</param>
/// <param name="What">A short clause without a subject: "waived: no learning beyond the runbook".</param>
/// <param name="Part">The part that changed, as in <see cref="PostMortemPart"/>; null when the whole post-mortem changed, and for
/// changes made before parts were recorded.</param>
/// <param name="Section">The word of the section when the part is one of its items; null otherwise.</param>
public sealed record PostMortemChange(DateTimeOffset At, PersonId? By, string What, string? Part = null, string? Section = null)
{
    /// <summary>The people whose ids are in <see cref="What"/>; empty for changes of earlier releases.</summary>
    public IReadOnlyList<PersonId> People { get; init; } = [];
}
