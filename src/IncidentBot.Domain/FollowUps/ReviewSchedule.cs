using IncidentBot.Domain.Time;

namespace IncidentBot.Domain.FollowUps;

/// <summary>What is looked at on a day, of the days that were set in the meeting.</summary>
public static class ReviewSchedule
{
    /// <summary>"Too early to say" is asked once more after this many days.</summary>
    public const int DaysUntilLater = 30;

    /// <summary>The looks whose turn it is: those of the newest day that has come. What was missed before it is not caught up.</summary>
    /// <param name="days">The days that were set.</param>
    /// <param name="answers">Whether the incident has happened again, as far as that was answered.</param>
    /// <param name="calendar">Which days are free; the later question comes on a working day.</param>
    /// <param name="today">The day it is for the reader.</param>
    /// <returns>One, or several that were set for one day; none before the first, and no question that is answered.</returns>
    public static IReadOnlyList<FollowUp> Due(
        IReadOnlyList<FollowUp> days, IReadOnlyList<RecurrenceAnswer> answers, WorkCalendar calendar, DateOnly today)
    {
        var later = Later(answers, calendar);
        var come = days.Concat(later is null ? [] : [later]).Where(look => look.On <= today).ToList();
        var newest = come.Select(look => look.On).DefaultIfEmpty().Max();
        return [.. come.Where(look => look.On == newest && (look.Kind != FollowUpKind.Impact || answers.Count == 0 || look == later))];
    }

    /// <summary>The question that follows from "too early to say", the first time.</summary>
    /// <param name="answers">The answers so far, oldest first.</param>
    /// <param name="calendar">Which days are free.</param>
    /// <returns>Null when nothing was answered, when the last answer was another one, and the second time.</returns>
    public static FollowUp? Later(IReadOnlyList<RecurrenceAnswer> answers, WorkCalendar calendar) =>
        answers is [.., { Verdict: RecurrenceVerdict.TooEarly } last]
            && answers.Count(answer => answer.Verdict == RecurrenceVerdict.TooEarly) == 1
            ? new FollowUp(FollowUpKind.Impact, calendar.OnOrAfter(DateOnly.FromDateTime(last.At.UtcDateTime).AddDays(DaysUntilLater)))
            : null;
}
