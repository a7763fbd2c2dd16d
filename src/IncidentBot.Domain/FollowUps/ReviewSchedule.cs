using IncidentBot.Domain.Time;

namespace IncidentBot.Domain.FollowUps;

/// <summary>Which follow-up reviews are due on a day.</summary>
public static class ReviewSchedule
{
    /// <summary>"Too early to say" is asked once more after this many days.</summary>
    public const int DaysUntilLater = 30;

    /// <summary>The reviews that are due: those of the newest day that has come. Earlier missed ones are skipped.</summary>
    /// <param name="days">The days that were set.</param>
    /// <param name="answers">Whether the incident has happened again, as far as that was answered.</param>
    /// <param name="calendar">Which days are free; the later question comes on a working day.</param>
    /// <param name="today">The day it is for the reader.</param>
    /// <returns>One, or several that share a day; none before the first, and none that is answered.</returns>
    public static IReadOnlyList<FollowUp> Due(
        IReadOnlyList<FollowUp> days, IReadOnlyList<RecurrenceAnswer> answers, WorkCalendar calendar, DateOnly today)
    {
        var later = Later(answers, calendar);
        var come = days.Concat(later is null ? [] : [later]).Where(look => look.On <= today).ToList();
        var newest = come.Select(look => look.On).DefaultIfEmpty().Max();
        return [.. come.Where(look => look.On == newest && (look.Kind != FollowUpKind.Impact || answers.Count == 0 || look == later))];
    }

    /// <summary>The second question after the first "too early to say".</summary>
    /// <param name="answers">The answers so far, oldest first.</param>
    /// <param name="calendar">Which days are free.</param>
    /// <returns>Null when nothing was answered, when the last answer was another one, and after the second "too early to say".</returns>
    public static FollowUp? Later(IReadOnlyList<RecurrenceAnswer> answers, WorkCalendar calendar) =>
        answers is [.., { Verdict: RecurrenceVerdict.TooEarly } last]
            && answers.Count(answer => answer.Verdict == RecurrenceVerdict.TooEarly) == 1
            ? new FollowUp(FollowUpKind.Impact, calendar.OnOrAfter(DateOnly.FromDateTime(last.At.UtcDateTime).AddDays(DaysUntilLater)))
            : null;
}
