using IncidentBot.Domain.Severities;

namespace IncidentBot.Domain.PostMortems;

/// <content>The deadline: it starts when the incident is resolved, stops while it is open again, and depends on the severity.</content>
public sealed partial class PostMortem
{
    /// <summary>Opens the post-mortem of an incident that was just resolved or reported.</summary>
    /// <param name="id">A new id.</param>
    /// <param name="incidentNumber">The incident.</param>
    /// <param name="need">What the severity and the ticked triggers require.</param>
    /// <param name="clockStart">When the incident was resolved or, for a past incident, reported; UTC.</param>
    /// <param name="deadline">The time that the severity allows until the meeting: 48 hours for a SEV1.</param>
    /// <returns>A post-mortem that is due at <paramref name="clockStart"/> plus <paramref name="deadline"/>.</returns>
    public static PostMortem Open(Guid id, int incidentNumber, PostMortemNeed need, DateTimeOffset clockStart, TimeSpan deadline)
    {
        var postMortem = new PostMortem
        {
            Id = id,
            IncidentNumber = incidentNumber,
            State = PostMortemState.Due,
            Need = need,
            Deadline = deadline,
        };
        postMortem.StartClock(clockStart);
        postMortem.Record(null, clockStart, $"opened, {Words(need)}, {postMortem.DueClause}");
        return postMortem;
    }

    /// <summary>
    /// The incident was reopened: the clock stops until the next resolve, and there are no reminders.
    /// A meeting that was held stays held.
    /// </summary>
    /// <param name="by">Who reopened the incident.</param>
    /// <param name="now">When, UTC.</param>
    public void StopClock(PersonId by, DateTimeOffset now)
    {
        if (ClockStartedAt is null)
        {
            return;
        }

        (ClockStartedAt, DueAt) = (null, null);
        Record(by, now, "clock stopped: the incident was reopened");
    }

    /// <summary>The incident was resolved again: the clock restarts. A meeting that was held stays held.</summary>
    /// <param name="need">What the severity and the triggers require now.</param>
    /// <param name="clockStart">When the incident was resolved again, UTC.</param>
    /// <param name="deadline">The time that the severity allows until the meeting.</param>
    /// <param name="by">Who resolved the incident.</param>
    public void RestartClock(PostMortemNeed need, DateTimeOffset clockStart, TimeSpan deadline, PersonId by)
    {
        if (State == PostMortemState.Waived && need > Need)
        {
            State = ReachedState();
        }

        (Need, Deadline) = (need, deadline);
        StartClock(clockStart);
        Record(by, clockStart, $"clock restarted, {Words(need)}, {DueClause}");
    }

    /// <summary>
    /// The severity or a trigger changed: the requirement and the deadline follow, counted from the same start.
    /// A waiver lapses when the requirement rises. Without a change, nothing is recorded.
    /// </summary>
    /// <param name="need">The new requirement.</param>
    /// <param name="deadline">The time now allowed until the meeting.</param>
    /// <param name="by">Who changed it.</param>
    /// <param name="now">When, UTC.</param>
    public void ChangeNeed(PostMortemNeed need, TimeSpan deadline, PersonId by, DateTimeOffset now)
    {
        if (need == Need && deadline == Deadline)
        {
            return;
        }

        var lapses = State == PostMortemState.Waived && need > Need;
        var before = Words(Need);
        (Need, Deadline) = (need, deadline);
        State = lapses ? ReachedState() : State;
        DueAt = State == PostMortemState.NotRequired || CoveredBy is not null ? null : ClockStartedAt + deadline;
        Record(by, now, $"{before} -> {Words(need)}, {DueClause}{(lapses ? "; the waiver no longer holds" : "")}");
    }

    /// <summary>The incident was cancelled or is a duplicate: no post-mortem is needed. A published write-up stays published.</summary>
    /// <param name="reason">The reason given for cancelling, or "duplicate of 12".</param>
    /// <param name="by">Who did it.</param>
    /// <param name="now">When, UTC.</param>
    public void MarkNotRequired(string reason, PersonId by, DateTimeOffset now)
    {
        if (State is PostMortemState.Published || this is { State: PostMortemState.NotRequired, CoveredBy: null })
        {
            return;
        }

        (State, ClockStartedAt, DueAt, CoveredBy) = (PostMortemState.NotRequired, null, null, null);
        Record(by, now, $"no longer required: {reason}");
    }

    private void StartClock(DateTimeOffset clockStart)
    {
        ClockStartedAt = clockStart.ToUniversalTime();
        DueAt = CoveredBy is null ? ClockStartedAt + Deadline : null;
        State = State is PostMortemState.NotRequired && CoveredBy is null ? ReachedState() : State;
    }

    private PostMortemState ReachedState() => this switch
    {
        { WriteUp.PublishedAt: not null } => PostMortemState.Published,
        { WriteUp.DraftedAt: not null } => PostMortemState.Drafted,
        { Meeting.HeldAt: not null } => PostMortemState.Held,
        { Meeting.Start: not null } => PostMortemState.Scheduled,
        _ => PostMortemState.Due,
    };

    private static string Words(PostMortemNeed need) => need switch
    {
        PostMortemNeed.Required => "required",
        PostMortemNeed.Recommended => "recommended",
        _ => "optional",
    };

    private string DueClause => DueAt is { } due ? $"due {Stamp(due)}" : "no deadline while the clock is stopped";
}
