namespace IncidentBot.Domain.ActionItems;

/// <summary>One line of an action item's record of changes, snoozes included.</summary>
/// <param name="At">When it was done, UTC.</param>
/// <param name="By">Who did it; null for the service itself.</param>
/// <param name="What">One plain sentence without its subject, people by their ids: "blocked: waiting for the vendor".</param>
public sealed record ActionChange(DateTimeOffset At, PersonId? By, string What);
