using IncidentBot.Domain.Time;

namespace IncidentBot.Domain.ActionItems;

/// <summary>
/// When an owner is asked whether an action worked: on the day set in the meeting, if it was done before; otherwise
/// two weeks after it was done, if that is later; and two weeks after "not yet". Days are the owner's. What is open has reminders of its
/// own.
/// </summary>
public static class EffectivenessQuestion
{
    /// <summary>How many days an action has to show its effect.</summary>
    public const int DaysToShow = 14;

    /// <summary>The newest due day of the question.</summary>
    /// <param name="item">The action.</param>
    /// <param name="set">The day that was set in the meeting.</param>
    /// <param name="calendar">Which days are free; two weeks that end on one end on the working day after it.</param>
    /// <param name="today">Today, for its owner.</param>
    /// <returns>Null while no day has come, while it is not done, and once the answer is final.</returns>
    public static DateOnly? Due(ActionItem item, DateOnly set, WorkCalendar calendar, DateOnly today) =>
        Days(item, set, calendar).Where(day => day <= today).Select(day => (DateOnly?)day).Max();

    /// <summary>The next day of the question.</summary>
    /// <param name="item">The action.</param>
    /// <param name="set">The day that was set in the meeting.</param>
    /// <param name="calendar">Which days are free.</param>
    /// <returns>Null while it is not done, and once the answer is final.</returns>
    public static DateOnly? Next(ActionItem item, DateOnly set, WorkCalendar calendar) =>
        Days(item, set, calendar).Select(day => (DateOnly?)day).Max();

    private static IEnumerable<DateOnly> Days(ActionItem item, DateOnly set, WorkCalendar calendar)
    {
        if (item is not { State: ActionState.Done, ClosedAt: { } done, Verdict: null or EffectivenessVerdict.NotYet })
        {
            yield break;
        }

        if (item is { Verdict: EffectivenessVerdict.NotYet, VerdictAt: { } said })
        {
            yield return After(item, said, calendar);
            yield break;
        }

        if (Zones.DateIn(done, Zones.Find(item.DueZone)) < set)
        {
            yield return set;
        }

        if (After(item, done, calendar) is var shown && shown > set)
        {
            yield return shown;
        }
    }

    private static DateOnly After(ActionItem item, DateTimeOffset instant, WorkCalendar calendar) =>
        calendar.OnOrAfter(Zones.DateIn(instant, Zones.Find(item.DueZone)).AddDays(DaysToShow));
}
