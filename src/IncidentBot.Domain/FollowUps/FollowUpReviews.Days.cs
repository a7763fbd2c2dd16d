namespace IncidentBot.Domain.FollowUps;

/// <content>What the database compares with the clock. It follows from the lists; setting it does nothing.</content>
public sealed partial class FollowUpReviews
{
    /// <summary>The day of the review that covers progress: the effectiveness review when both are combined. Null without either.</summary>
    public DateOnly? ProgressOn
    {
        get => DayOf(FollowUpKind.Progress) ?? EffectivenessOn;
        private set { }
    }

    /// <summary>The day of the effectiveness review; null when none is planned.</summary>
    public DateOnly? EffectivenessOn
    {
        get => DayOf(FollowUpKind.Effectiveness);
        private set { }
    }

    /// <summary>The day of the recurrence check while it has no final answer; null otherwise, and when none is planned.</summary>
    public DateOnly? RecurrenceOn
    {
        get => _recurrenceAnswers is [] or [.., { Verdict: RecurrenceVerdict.TooEarly }] ? DayOf(FollowUpKind.RecurrenceCheck) : null;
        private set { }
    }

    /// <summary>When the newest reason for the open gap came up, UTC; null when there is none.</summary>
    public DateTimeOffset? ReopenedAt
    {
        get => _reopenReasons.Select(reason => (DateTimeOffset?)reason.At).Max();
        private set { }
    }

    /// <summary>The version for which these were stored; another one when an earlier release wrote the row.</summary>
    public int DatedVersion
    {
        get => Version;
        private set { }
    }

    private DateOnly? DayOf(FollowUpKind kind) => _followUps.Find(review => review.Kind == kind)?.On;
}
