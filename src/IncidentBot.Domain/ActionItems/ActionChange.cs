namespace IncidentBot.Domain.ActionItems;

/// <summary>One change of an action item. Snoozes count too.</summary>
/// <param name="At">When it was done, UTC.</param>
/// <param name="By">Who did it; null for the service itself.</param>
/// <param name="What">What changed, without who did it: "blocked: waiting for the vendor". People are named by their ids.</param>
public sealed record ActionChange(DateTimeOffset At, PersonId? By, string What);
