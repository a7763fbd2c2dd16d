namespace IncidentBot.Domain.Recurrence;

/// <summary>
/// An incident whose cause is known, as recurrence counts it:
/// <list type="bullet">
/// <item>It happened when it started. Of two that started at the same instant, the lower number came first.</item>
/// <item>It counts once, however many gaps it has. With gaps of several classes it counts once for each class, and it is a repeat if one of
/// the classes was known.</item>
/// <item>A merged class counts as the class that it became, from the beginning; the caller names that one.</item>
/// <item>A reopened incident is still one incident. It is no repeat of itself.</item>
/// <item>Private incidents count. Drills, cancelled incidents and duplicates don't; the caller leaves them out.</item>
/// </list>
/// </summary>
/// <param name="Number">The incident's number.</param>
/// <param name="At">When it started, UTC.</param>
/// <param name="Classes">Its cause classes, each once; at least one.</param>
/// <param name="Service">The service that it names; null for none.</param>
public sealed record ClassedIncident(int Number, DateTimeOffset At, IReadOnlyList<Guid> Classes, string? Service = null);

/// <summary>An incident whose cause was known from an earlier one.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Known">Those of its classes that were known.</param>
public sealed record RepeatIncident(ClassedIncident Incident, IReadOnlyList<Guid> Known);
