namespace IncidentBot.Domain.ActionItems;

/// <summary>One change of an action item. Snoozes count too.</summary>
/// <param name="At">When it was done, UTC.</param>
/// <param name="By">Who did it; null for the service itself.</param>
/// <param name="What">What changed, without who did it: "blocked: waiting for the vendor".</param>
public sealed record ActionChange(DateTimeOffset At, PersonId? By, string What)
{
    /// <summary>The people whose ids are in <see cref="What"/>; empty for changes of earlier releases.</summary>
    public IReadOnlyList<PersonId> People { get; init; } = [];
}
