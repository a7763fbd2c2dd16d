using IncidentBot.Domain.Time;

namespace IncidentBot.Domain.FollowUps;

/// <summary>The kind of a follow-up review. The names are stored; see <c>JsonColumn</c> before renaming one.</summary>
public enum FollowUpKind
{
    /// <summary>How the action items are going.</summary>
    Progress = 1,

    /// <summary>Whether they worked.</summary>
    Effectiveness = 2,

    /// <summary>The recurrence check: whether the incident has happened again.</summary>
    RecurrenceCheck = 3,
}

/// <summary>One follow-up review, scheduled in the meeting.</summary>
/// <param name="Kind">What is reviewed.</param>
/// <param name="On">On which day.</param>
public sealed record FollowUp(FollowUpKind Kind, DateOnly On);

/// <summary>When the follow-up reviews take place.</summary>
/// <param name="ProgressDays">Days from the meeting to the progress review.</param>
/// <param name="EffectivenessDays">Days from the meeting to the effectiveness review.</param>
/// <param name="RecurrenceDays">Days from the meeting to the recurrence check.</param>
public sealed record FollowUpPlan(int ProgressDays = 21, int EffectivenessDays = 30, int RecurrenceDays = 75)
{
    /// <summary>Progress and effectiveness reviews that are no further apart than this are combined on the later day.</summary>
    public const int MergedWithin = 10;

    /// <summary>The days to offer, each moved back to a working day.</summary>
    /// <param name="held">The day of the meeting.</param>
    /// <param name="calendar">Weekends and holidays.</param>
    /// <returns>Two or three, in the order of their days.</returns>
    public IReadOnlyList<FollowUp> From(DateOnly held, WorkCalendar calendar)
    {
        var effectiveness = new FollowUp(FollowUpKind.Effectiveness, Day(EffectivenessDays));
        var recurrence = new FollowUp(FollowUpKind.RecurrenceCheck, Day(RecurrenceDays));
        return EffectivenessDays - ProgressDays <= MergedWithin
            ? [effectiveness, recurrence]
            : [new FollowUp(FollowUpKind.Progress, Day(ProgressDays)), effectiveness, recurrence];

        DateOnly Day(int days) => calendar.OnOrBefore(held.AddDays(days));
    }
}
