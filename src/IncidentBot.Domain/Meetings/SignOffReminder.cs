using IncidentBot.Domain.Time;

namespace IncidentBot.Domain.Meetings;

/// <summary>
/// When someone who was asked to sign off is reminded: on the day after the last day, and a week later. After two weeks the lead and the
/// facilitator are asked instead, and again every two weeks.
/// </summary>
/// <param name="On">The newest day on which a reminder is due, in the reader's zone.</param>
/// <param name="IsForTheLead">Whether the lead and the facilitator get it.</param>
public sealed record SignOffReminder(DateOnly On, bool IsForTheLead)
{
    private const int TwoWeeks = 14;

    /// <summary>The newest reminder; null while no one has to be reminded yet.</summary>
    /// <param name="lastDay">The last day to sign off.</param>
    /// <param name="calendar">Weekends and holidays.</param>
    /// <param name="today">Today, for the reader.</param>
    public static SignOffReminder? Newest(DateOnly lastDay, WorkCalendar calendar, DateOnly today)
    {
        var late = today.DayNumber - lastDay.DayNumber;
        SignOffReminder[] reminders =
        [
            new(calendar.OnOrAfter(lastDay.AddDays(1)), false),
            new(calendar.OnOrAfter(lastDay.AddDays(7)), false),
            .. Enumerable.Range(1, Math.Max(0, late / TwoWeeks))
                .Select(round => new SignOffReminder(calendar.OnOrAfter(lastDay.AddDays(TwoWeeks * round)), true)),
        ];
        return reminders.LastOrDefault(reminder => reminder.On <= today);
    }
}
