namespace IncidentBot.Domain.PostMortems;

/// <summary>The times that follow from a post-mortem's state: how long until the meeting is due, and by when the write-up is.</summary>
public static class PostMortemClock
{
    /// <summary>From the meeting to the draft.</summary>
    public static TimeSpan DraftWithin { get; } = TimeSpan.FromHours(24);

    /// <summary>From the draft to the end of the time for corrections.</summary>
    public static TimeSpan CorrectionsWithin { get; } = TimeSpan.FromHours(48);

    /// <summary>From publishing to the day by which leadership and related teams should know.</summary>
    public static TimeSpan ShareWithin { get; } = TimeSpan.FromDays(7);

    /// <summary>The end of the time for corrections; null while there is no draft and once it is published.</summary>
    /// <param name="postMortem">The post-mortem.</param>
    public static DateTimeOffset? CorrectionsUntil(PostMortem postMortem) =>
        postMortem.WriteUp.PublishedAt is null ? postMortem.WriteUp.DraftedAt + CorrectionsWithin : null;

    /// <summary>From the meeting to publishing: day 7.</summary>
    public static TimeSpan PublishWithin { get; } = TimeSpan.FromDays(7);

    /// <summary>Whether the meeting is still due and its clock is running.</summary>
    /// <param name="postMortem">The post-mortem.</param>
    public static bool Runs(PostMortem postMortem) =>
        postMortem is { DueAt: not null, MetAt: null } and not { State: PostMortemState.Waived or PostMortemState.NotOwed };

    /// <summary>How much time is left until the meeting is due; negative when it is overdue.</summary>
    /// <param name="postMortem">The post-mortem.</param>
    /// <param name="now">UTC.</param>
    /// <returns>Null when the clock is not running: held, waived, not needed, or the incident is open again.</returns>
    public static TimeSpan? Left(PostMortem postMortem, DateTimeOffset now) => Runs(postMortem) ? postMortem.DueAt - now : null;

    /// <summary>Whether the meeting is overdue; at the deadline itself it is not.</summary>
    /// <param name="postMortem">The post-mortem.</param>
    /// <param name="now">UTC.</param>
    public static bool IsOverdue(PostMortem postMortem, DateTimeOffset now) => Left(postMortem, now) < TimeSpan.Zero;

    /// <summary>Whether the scheduled meeting is after the deadline; false while none is scheduled, and once it was held.</summary>
    /// <param name="postMortem">The post-mortem.</param>
    public static bool MeetsLate(PostMortem postMortem) =>
        Runs(postMortem) && postMortem.State == PostMortemState.Scheduled && postMortem.Meeting.Start > postMortem.DueAt;

    /// <summary>Whether the meeting was held in time; null while it was not held or there is no deadline.</summary>
    /// <param name="postMortem">The post-mortem.</param>
    public static bool? MetInTime(PostMortem postMortem) =>
        postMortem is { MetAt: { } met, DueAt: { } due } ? met <= due : null;
}
