using IncidentBot.Domain.Time;

namespace IncidentBot.Domain.FollowUps;

/// <summary>Which follow-up reviews are due on a day.</summary>
public static class ReviewSchedule
{
    /// <summary>After "too early to say", the recurrence check is repeated once after this many days.</summary>
    public const int DaysUntilSecondCheck = 30;

    /// <summary>The reviews that are due: those of the newest date up to today. Earlier ones that were missed are skipped.</summary>
    /// <param name="days">The dates of the reviews.</param>
    /// <param name="answers">The answers to the recurrence check, oldest first.</param>
    /// <param name="calendar">Weekends and holidays; the second recurrence check is on a working day.</param>
    /// <param name="today">Today in the reader's time zone.</param>
    /// <returns>Several when they share a date; none before the first date, and none that is answered.</returns>
    public static IReadOnlyList<FollowUp> Due(
        IReadOnlyList<FollowUp> days, IReadOnlyList<RecurrenceAnswer> answers, WorkCalendar calendar, DateOnly today)
    {
        var second = SecondCheck(answers, calendar);
        var reached = days.Concat(second is null ? [] : [second]).Where(review => review.On <= today).ToList();
        var newest = reached.Select(review => review.On).DefaultIfEmpty().Max();
        return
        [
            .. reached.Where(
                review => review.On == newest && (review.Kind != FollowUpKind.RecurrenceCheck || answers.Count == 0 || review == second)),
        ];
    }

    /// <summary>The second recurrence check, after the first "too early to say".</summary>
    /// <param name="answers">The answers so far, oldest first.</param>
    /// <param name="calendar">Weekends and holidays.</param>
    /// <returns>Null without an answer, when the last answer is a different one, and after the second "too early to say".</returns>
    public static FollowUp? SecondCheck(IReadOnlyList<RecurrenceAnswer> answers, WorkCalendar calendar) =>
        answers is [.., { Verdict: RecurrenceVerdict.TooEarly } last]
            && answers.Count(answer => answer.Verdict == RecurrenceVerdict.TooEarly) == 1
            ? new FollowUp(
                FollowUpKind.RecurrenceCheck, calendar.OnOrAfter(DateOnly.FromDateTime(last.At.UtcDateTime).AddDays(DaysUntilSecondCheck)))
            : null;
}
