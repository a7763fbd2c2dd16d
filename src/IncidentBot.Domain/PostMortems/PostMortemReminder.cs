namespace IncidentBot.Domain.PostMortems;

/// <summary>The kinds of reminders about a post-mortem. The names are part of stored keys and never change.</summary>
public enum PostMortemReminderKind
{
    /// <summary>The incident was resolved: says when the post-mortem is due and what to do next.</summary>
    AtResolve = 1,

    /// <summary>24 hours before the meeting or, while none is scheduled, before the deadline.</summary>
    DayBefore = 2,

    /// <summary>2 hours before the meeting or, while none is scheduled, before the deadline.</summary>
    TwoHoursBefore = 3,

    /// <summary>The deadline is reached.</summary>
    WhenDue = 4,

    /// <summary>24 hours after the deadline.</summary>
    DayOverdue = 5,

    /// <summary>72 hours after the deadline: in #incidents.</summary>
    ThreeDaysOverdue = 6,

    /// <summary>24 hours after the meeting, while there is no draft.</summary>
    DraftDue = 7,

    /// <summary>6 days after the meeting, while it is not published.</summary>
    PublishSoon = 8,

    /// <summary>7 days after the meeting, while it is not published.</summary>
    PublishDue = 9,

    /// <summary>48 hours after the draft was shared, while it is not published: the correction period is over.</summary>
    CorrectionsOver = 10,

    /// <summary>6 days after publishing, while leadership or related teams have not been told.</summary>
    ShareSoon = 11,

    /// <summary>Every Monday while the meeting is more than three days overdue.</summary>
    HoldWeekly = 12,

    /// <summary>Every Monday while the write-up should have been published.</summary>
    PublishWeekly = 13,

    /// <summary>Every Monday while leadership or related teams should have been told.</summary>
    ShareWeekly = 14,

    /// <summary>A correction of the published write-up has had no answer for two days.</summary>
    CorrectionWaits = 15,

    /// <summary>Every Monday while such a correction has no answer.</summary>
    CorrectionWeekly = 16,
}

/// <summary>Who is reminded of a post-mortem.</summary>
public enum PostMortemAudience
{
    /// <summary>Lead and facilitator, by DM; the declarer when there is neither. Not sent in quiet hours.</summary>
    Responsible = 1,

    /// <summary>#incidents.</summary>
    Announcements = 2,
}

/// <summary>One occurrence of a reminder.</summary>
/// <param name="Key">Unique for this occurrence and always computed the same way: "postmortem:12:DayBefore:1792665600".</param>
/// <param name="Kind">The kind of reminder.</param>
/// <param name="At">When it becomes due, UTC.</param>
/// <param name="Audience">Who gets it.</param>
public sealed record PostMortemReminder(string Key, PostMortemReminderKind Kind, DateTimeOffset At, PostMortemAudience Audience);
