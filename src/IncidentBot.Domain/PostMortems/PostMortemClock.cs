using IncidentBot.Domain.Severities;

namespace IncidentBot.Domain.PostMortems;

/// <summary>The deadlines of the meeting and of the write-up, computed from the post-mortem's state.</summary>
public static class PostMortemClock
{
    /// <summary>From the meeting to the draft.</summary>
    public static TimeSpan DraftWithin { get; } = TimeSpan.FromHours(24);

    /// <summary>From sharing the draft to the end of the correction period.</summary>
    public static TimeSpan CorrectionsWithin { get; } = TimeSpan.FromHours(48);

    /// <summary>From publishing to the day by which leadership and related teams should know.</summary>
    public static TimeSpan ShareWithin { get; } = TimeSpan.FromDays(7);

    /// <summary>The end of the correction period; null before there is a draft and after publishing.</summary>
    /// <param name="postMortem">The post-mortem.</param>
    public static DateTimeOffset? CorrectionsUntil(PostMortem postMortem) =>
        postMortem.WriteUp.PublishedAt is null ? postMortem.WriteUp.DraftedAt + CorrectionsWithin : null;

    /// <summary>From the meeting to publishing: day 7.</summary>
    public static TimeSpan PublishWithin { get; } = TimeSpan.FromDays(7);

    /// <summary>Whether the meeting is still due and its clock is running.</summary>
    /// <param name="postMortem">The post-mortem.</param>
    public static bool IsRunning(PostMortem postMortem) =>
        postMortem is { DueAt: not null, IsMeetingAhead: true };

    /// <summary>How much time is left until the meeting is due; negative when it is overdue.</summary>
    /// <param name="postMortem">The post-mortem.</param>
    /// <param name="now">UTC.</param>
    /// <returns>Null when the clock is not running: held, waived, not needed, or the incident is open again.</returns>
    public static TimeSpan? TimeLeft(PostMortem postMortem, DateTimeOffset now) => IsRunning(postMortem) ? postMortem.DueAt - now : null;

    /// <summary>Whether the meeting is overdue; at the deadline itself it is not.</summary>
    /// <param name="postMortem">The post-mortem.</param>
    /// <param name="now">UTC.</param>
    public static bool IsOverdue(PostMortem postMortem, DateTimeOffset now) => TimeLeft(postMortem, now) < TimeSpan.Zero;

    /// <summary>Whether the scheduled meeting is after the deadline; false while none is scheduled, and once it was held.</summary>
    /// <param name="postMortem">The post-mortem.</param>
    public static bool IsScheduledLate(PostMortem postMortem) =>
        IsRunning(postMortem) && postMortem.State == PostMortemState.Scheduled && postMortem.Meeting.Start > postMortem.DueAt;

    /// <summary>Whether the meeting was held in time; null while it was not held or there is no deadline.</summary>
    /// <param name="postMortem">The post-mortem.</param>
    public static bool? WasHeldInTime(PostMortem postMortem) =>
        postMortem is { HeldOrPublishedAt: { } heldAt, DueAt: { } due } ? heldAt <= due : null;

    /// <summary>
    /// Since when something is overdue: a required meeting while it was not held, then the write-up while it is not published. Nothing is
    /// overdue while the post-mortem is optional, waived, or its clock stands.
    /// </summary>
    /// <param name="postMortem">The post-mortem.</param>
    /// <param name="now">UTC.</param>
    public static DateTimeOffset? OverdueSince(PostMortem postMortem, DateTimeOffset now)
    {
        var due = postMortem switch
        {
            { Need: PostMortemNeed.Optional } or { State: PostMortemState.Waived or PostMortemState.NotRequired } => null,
            { WriteUp.PublishedAt: not null } or { DueAt: null } => null,
            { Meeting.HeldAt: { } heldAt } => heldAt + PublishWithin,
            { Need: PostMortemNeed.Required } => postMortem.DueAt,
            _ => null,
        };
        return due < now ? due : null;
    }
}
