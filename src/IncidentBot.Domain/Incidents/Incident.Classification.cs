using IncidentBot.Domain.Severities;

namespace IncidentBot.Domain.Incidents;

/// <content>
/// What an incident is and how long it lasted: asked when it is declared or resolved, and corrected at any time unless it is
/// cancelled. The need for a post-mortem and its deadline follow.
/// </content>
public sealed partial class Incident
{
    /// <summary>Corrects the start and the end together, so that both can move past each other's old value. The duration follows.</summary>
    /// <param name="start">When it started; null to keep it.</param>
    /// <param name="end">When it ended; null to keep it.</param>
    /// <param name="by">Who makes the change.</param>
    /// <param name="now">The current time.</param>
    /// <returns>
    /// Refused, about "started_at" or "ended_at", when a time is in the future, when the end is before the start, and when the incident is
    /// open and has no end yet; refused when it is cancelled.
    /// </returns>
    public Result ChangeTimes(DateTimeOffset? start, DateTimeOffset? end, PersonId by, DateTimeOffset now)
    {
        var started = start ?? StartedAt;
        var ended = end is { } chosen ? NotBefore(started, chosen) : EndedAt;
        var refusal = RefuseIfCancelled()
            ?? (end is not null && IsOpen ? new Refusal("The incident is still open. Resolve it to set its end.", "ended_at") : null)
            ?? RefuseFutureTime(started, now, "started_at")
            ?? (ended is { } last ? RefuseOrder(started, last, now, end is null) : null);
        if (refusal is not null)
        {
            return refusal;
        }

        if (started != StartedAt)
        {
            Record(ChangedFact.Start, Format(StartedAt), Format(started), by, now);
            StartedAt = started.ToUniversalTime();
        }

        if (ended != EndedAt && ended is { } over)
        {
            Record(ChangedFact.End, Format(EndedAt), Format(over), by, now);
            FollowEnd(over);
            EndedAt = over.ToUniversalTime();
        }

        Duration = EndedAt - StartedAt;
        return Result.Accepted;
    }

    /// <summary>Sets whether it is an incident, a project failure or a near miss.</summary>
    /// <param name="kind">One of the three.</param>
    /// <param name="by">Who makes the change.</param>
    /// <param name="now">The current time.</param>
    /// <returns>Refused when the incident is cancelled.</returns>
    public Result ChangeKind(IncidentKind kind, PersonId by, DateTimeOffset now) => Edit(
        KindWords.For(kind), ChangedFact.Kind, KindWords.For(Kind), _ => Kind = kind, by, now);

    /// <summary>Sets the reasons for a post-mortem.</summary>
    /// <param name="triggers">The ticked reasons.</param>
    /// <param name="by">Who makes the change.</param>
    /// <param name="now">The current time.</param>
    /// <returns>Refused when the incident is cancelled.</returns>
    public Result ChangeTriggers(PostMortemTriggers triggers, PersonId by, DateTimeOffset now) => Edit(
        TriggerQuestion.Words(triggers),
        ChangedFact.Triggers,
        NullIfEmpty(TriggerQuestion.Words(Triggers)),
        _ => Triggers = triggers,
        by,
        now);

    /// <summary>Makes it a drill, which counts in no metric and whose post-mortem is recommended only; or a real incident.</summary>
    /// <param name="isDrill">Whether it is a drill.</param>
    /// <param name="by">Who makes the change.</param>
    /// <param name="now">The current time.</param>
    /// <returns>Refused when the incident is cancelled.</returns>
    public Result ChangeDrill(bool isDrill, PersonId by, DateTimeOffset now) => Edit(
        YesOrNo(isDrill), ChangedFact.Drill, YesOrNo(IsDrill), _ => IsDrill = isDrill, by, now);

    /// <summary>Makes it private or public. The caller checks that its channel, if it has one, is of the same kind.</summary>
    /// <param name="isPrivate">Whether it is private.</param>
    /// <param name="by">Who makes the change.</param>
    /// <param name="now">The current time.</param>
    /// <returns>Refused, about "options", for a person who would no longer see it; refused when it is cancelled.</returns>
    public Result ChangePrivate(bool isPrivate, PersonId by, DateTimeOffset now) =>
        isPrivate && !IsPrivate && by != DeclaredBy && RoleOf(by) is null && !_members.Exists(member => member.Person == by)
            ? new Refusal(
                "Only the declarer and role holders see a private incident. Ask one of them to make it private.", "options")
            : Edit(YesOrNo(isPrivate), ChangedFact.Private, YesOrNo(IsPrivate), _ => IsPrivate = isPrivate, by, now);

    /// <summary>The service recovered when the incident ended, unless someone gave another time.</summary>
    private void FollowEnd(DateTimeOffset ended)
    {
        if (ReachedAt(Milestone.Recovered) == EndedAt)
        {
            Mark(Milestone.Recovered, ended);
        }
    }

    private static Refusal? RefuseOrder(DateTimeOffset started, DateTimeOffset ended, DateTimeOffset now, bool keepsEnd) =>
        keepsEnd && ended < started
            ? new Refusal($"The start is after the end ({PlainText.Instant(ended)}). Choose an earlier time.", "started_at")
            : RefuseImpossibleEnd(started, ended, now);

    private static string YesOrNo(bool value) => value ? "yes" : "no";
}
