using IncidentBot.Domain.Time;

namespace IncidentBot.Domain.ActionItems;

/// <summary>
/// When an owner is asked whether an action worked: on the review date if it was done before that day; two weeks after it was done,
/// if that is later; and two weeks after "not yet". Days are in the owner's zone. Open actions have their own reminders instead.
/// </summary>
public static class EffectivenessQuestion
{
    /// <summary>How many days after it was done an action can be judged.</summary>
    public const int DaysToShow = 14;

    /// <summary>The newest day on which the question is due.</summary>
    /// <param name="item">The action.</param>
    /// <param name="reviewDate">The date of the effectiveness review.</param>
    /// <param name="calendar">Weekends and holidays; a question due on one of them waits for the next working day.</param>
    /// <param name="today">Today, for its owner.</param>
    /// <returns>Null before the first day, while the action is not done, and after a final answer.</returns>
    public static DateOnly? Due(ActionItem item, DateOnly reviewDate, WorkCalendar calendar, DateOnly today) =>
        Days(item, reviewDate, calendar).Where(day => day <= today).Select(day => (DateOnly?)day).Max();

    /// <summary>The next day on which the question is due.</summary>
    /// <param name="item">The action.</param>
    /// <param name="reviewDate">The date of the effectiveness review.</param>
    /// <param name="calendar">Weekends and holidays.</param>
    /// <returns>Null while the action is not done, and after a final answer.</returns>
    public static DateOnly? Next(ActionItem item, DateOnly reviewDate, WorkCalendar calendar) =>
        Days(item, reviewDate, calendar).Select(day => (DateOnly?)day).Max();

    /// <summary>Whether an action was done long enough ago to say whether it worked, and no one has said so finally.</summary>
    /// <param name="item">The action.</param>
    /// <param name="now">UTC.</param>
    public static bool HadTime(ActionItem item, DateTimeOffset now) =>
        IsUnjudged(item) && item.ClosedAt <= now.AddDays(-DaysToShow);

    private static bool IsUnjudged(ActionItem item) =>
        item is { State: ActionState.Done, Verdict: null or EffectivenessVerdict.NotYet };

    private static IEnumerable<DateOnly> Days(ActionItem item, DateOnly reviewDate, WorkCalendar calendar)
    {
        if (!IsUnjudged(item) || item.ClosedAt is not { } done)
        {
            yield break;
        }

        if (item is { Verdict: EffectivenessVerdict.NotYet, VerdictAt: { } answered })
        {
            yield return TwoWeeksAfter(item, answered, calendar);
            yield break;
        }

        if (Zones.DateIn(done, Zones.Find(item.DueZone)) < reviewDate)
        {
            yield return reviewDate;
        }

        if (TwoWeeksAfter(item, done, calendar) is var later && later > reviewDate)
        {
            yield return later;
        }
    }

    private static DateOnly TwoWeeksAfter(ActionItem item, DateTimeOffset instant, WorkCalendar calendar) =>
        calendar.OnOrAfter(Zones.DateIn(instant, Zones.Find(item.DueZone)).AddDays(DaysToShow));
}
