using IncidentBot.Domain.Severities;

namespace IncidentBot.Domain.Incidents;

/// <content>The clocks that run while an incident is open, and helpers that every rule shares.</content>
public sealed partial class Incident
{
    /// <summary>True while the incident is open.</summary>
    public bool IsOpen => Status is not (IncidentStatus.Resolved or IncidentStatus.Cancelled);

    /// <summary>Who leads; null when no one does.</summary>
    public PersonId? Lead => HolderOf(IncidentRole.Lead);

    /// <summary>
    /// How much the incident needs a post-mortem; null when it is cancelled and needs none. After a drill, one is
    /// recommended, whatever its severity: drills are for learning, and no one gets reminders about them.
    /// </summary>
    public PostMortemNeed? PostMortemNeed => this switch
    {
        { Status: IncidentStatus.Cancelled } => null,
        { IsDrill: true } => Severities.PostMortemNeed.Recommended,
        _ => PostMortemRequirement.For(Severity, Triggers, CouldHaveBeen),
    };

    /// <summary>How long after it is resolved its post-mortem is due; for a drill as long as for a SEV3.</summary>
    public TimeSpan PostMortemWithin => SeverityPolicy.For(IsDrill ? Severity.Sev3 : Severity).PostMortemWithin;

    private void StartClocks(DateTimeOffset now)
    {
        NextUpdateDue = StatusCadence.NextDue(Severity, now.ToUniversalTime());
        LeadlessSince = Lead is null ? now.ToUniversalTime() : null;
    }

    private void StopClocks()
    {
        NextUpdateDue = null;
        LeadlessSince = null;
    }

    private Refusal? RefuseUnlessOpen() => Status switch
    {
        IncidentStatus.Resolved =>
            new Refusal($"Incident {Number} is already resolved. To reopen it, use `reopen REASON`."),
        IncidentStatus.Cancelled => RefuseIfCancelled(),
        _ => null,
    };

    private Refusal? RefuseIfCancelled() => Status == IncidentStatus.Cancelled
        ? new Refusal($"Incident {Number} is cancelled. To reopen it, use `reopen REASON`.")
        : null;

    private static Refusal? RefuseFutureTime(DateTimeOffset at, DateTimeOffset now, string field) =>
        at > now + ClockTolerance ? new Refusal("That time is in the future. Choose now or earlier.", field) : null;

    private static Refusal? RefuseImpossibleEnd(DateTimeOffset started, DateTimeOffset ended, DateTimeOffset now) =>
        ended < started
            ? new Refusal($"The end is before the start ({PlainText.Instant(started)}). Choose a later time.", "ended_at")
            : RefuseFutureTime(ended, now, "ended_at");

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private void Record(
        ChangedFact fact, string? old, string? now, PersonId by, DateTimeOffset at, string? detail = null)
    {
        _history.Add(new IncidentChange
        {
            Fact = fact,
            Detail = detail,
            Old = old,
            New = now,
            By = by,
            At = at.ToUniversalTime(),
        });
        Version++;
    }
}
