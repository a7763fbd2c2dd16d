using IncidentBot.Domain.Time;

namespace IncidentBot.Domain.FollowUps;

/// <summary>What is looked at again. The numbers are stored and never change.</summary>
public enum FollowUpKind
{
    /// <summary>How the actions get on.</summary>
    Progress = 1,

    /// <summary>Whether they worked.</summary>
    Effectiveness = 2,

    /// <summary>Whether the incident has happened again, and what else was learned.</summary>
    Impact = 3,
}

/// <summary>One look back that was set before people left the meeting.</summary>
/// <param name="Kind">What is looked at.</param>
/// <param name="On">On which day.</param>
public sealed record FollowUp(FollowUpKind Kind, DateOnly On);

/// <summary>When a post-mortem is looked at again.</summary>
/// <param name="ProgressDays">Days from the meeting to the look at progress.</param>
/// <param name="EffectivenessDays">Days from the meeting to the question whether it worked.</param>
/// <param name="ImpactDays">Days from the meeting to the question whether the incident has happened again.</param>
public sealed record FollowUpPlan(int ProgressDays = 21, int EffectivenessDays = 30, int ImpactDays = 75)
{
    /// <summary>Progress and effectiveness that are no further apart than this are one look, on the later day.</summary>
    public const int MergedWithin = 10;

    /// <summary>The days to offer, each moved back to a working day.</summary>
    /// <param name="held">The day of the meeting.</param>
    /// <param name="calendar">Weekends and holidays.</param>
    /// <returns>Two or three, in the order of their days.</returns>
    public IReadOnlyList<FollowUp> From(DateOnly held, WorkCalendar calendar)
    {
        var effectiveness = new FollowUp(FollowUpKind.Effectiveness, Day(EffectivenessDays));
        var impact = new FollowUp(FollowUpKind.Impact, Day(ImpactDays));
        return EffectivenessDays - ProgressDays <= MergedWithin
            ? [effectiveness, impact]
            : [new FollowUp(FollowUpKind.Progress, Day(ProgressDays)), effectiveness, impact];

        DateOnly Day(int days) => calendar.OnOrBefore(held.AddDays(days));
    }
}
