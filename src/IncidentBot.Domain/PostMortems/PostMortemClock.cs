namespace IncidentBot.Domain.PostMortems;

/// <summary>The times that follow from a post-mortem's state: how long until the meeting is due, and by when the write-up is.</summary>
public static class PostMortemClock
{
    /// <summary>From the meeting to the draft.</summary>
    public static TimeSpan DraftWithin { get; } = TimeSpan.FromHours(24);

    /// <summary>From the draft to the end of the time in which corrections are asked for.</summary>
    public static TimeSpan CorrectionsWithin { get; } = TimeSpan.FromHours(48);

    /// <summary>From publishing to the day by which leadership and related teams know of it.</summary>
    public static TimeSpan ShareWithin { get; } = TimeSpan.FromDays(7);

    /// <summary>Until when corrections are asked for; null while there is no draft and once it is published.</summary>
    /// <param name="postMortem">The post-mortem.</param>
    public static DateTimeOffset? CorrectionsUntil(PostMortem postMortem) =>
        postMortem.WriteUp.PublishedAt is null ? postMortem.WriteUp.DraftedAt + CorrectionsWithin : null;

    /// <summary>From the meeting to publishing: day 7.</summary>
    public static TimeSpan PublishWithin { get; } = TimeSpan.FromDays(7);

    /// <summary>Whether the meeting is still owed and its clock runs.</summary>
    /// <param name="postMortem">The post-mortem.</param>
    public static bool Runs(PostMortem postMortem) =>
        postMortem is { DueAt: not null, MetAt: null } and not { State: PostMortemState.Waived or PostMortemState.NotOwed };

    /// <summary>How much time is left until the meeting is due; negative when it is overdue.</summary>
    /// <param name="postMortem">The post-mortem.</param>
    /// <param name="now">UTC.</param>
    /// <returns>Null when the clock does not run: met, waived, not owed, or the incident is open again.</returns>
    public static TimeSpan? Left(PostMortem postMortem, DateTimeOffset now) => Runs(postMortem) ? postMortem.DueAt - now : null;

    /// <summary>Whether the meeting is overdue; at the very instant of the deadline it is not yet.</summary>
    /// <param name="postMortem">The post-mortem.</param>
    /// <param name="now">UTC.</param>
    public static bool IsOverdue(PostMortem postMortem, DateTimeOffset now) => Left(postMortem, now) < TimeSpan.Zero;

    /// <summary>Whether the meeting that is arranged comes after the deadline; false while none is, and once it was held.</summary>
    /// <param name="postMortem">The post-mortem.</param>
    public static bool MeetsLate(PostMortem postMortem) =>
        Runs(postMortem) && postMortem.State == PostMortemState.Scheduled && postMortem.Meeting.Start > postMortem.DueAt;

    /// <summary>Whether the deadline was met in time; null while it was not met or there is none.</summary>
    /// <param name="postMortem">The post-mortem.</param>
    public static bool? MetInTime(PostMortem postMortem) =>
        postMortem is { MetAt: { } met, DueAt: { } due } ? met <= due : null;
}
