using IncidentBot.Domain.Time;

namespace IncidentBot.Domain.FollowUps;

/// <summary>How often a question was asked without an answer.</summary>
/// <param name="On">The newest day on which it is due.</param>
/// <param name="Round">0 for the first time.</param>
public sealed record UnansweredQuestion(DateOnly On, int Round)
{
    /// <summary>The last round that goes only to the person who was asked first.</summary>
    public const int LastRoundForOnePerson = 2;

    private const int FirstInterval = 14;
    private const int LaterInterval = 28;

    /// <summary>Whether the person who was asked first has let every round pass, so that the lead is asked.</summary>
    public bool IsForTheLead => Round > LastRoundForOnePerson;

    /// <summary>
    /// The newest day on which a question without an answer is due: the first one, 14 and 28 days later, and then every four weeks.
    /// </summary>
    /// <param name="first">The first day.</param>
    /// <param name="calendar">Weekends and holidays; a question due on one of them waits for the next working day.</param>
    /// <param name="today">Today, for the reader; not before the first day.</param>
    public static UnansweredQuestion Newest(DateOnly first, WorkCalendar calendar, DateOnly today)
    {
        var newest = new UnansweredQuestion(first, 0);
        for (var day = first.AddDays(FirstInterval); calendar.OnOrAfter(day) <= today;)
        {
            newest = new UnansweredQuestion(calendar.OnOrAfter(day), newest.Round + 1);
            day = day.AddDays(newest.Round < LastRoundForOnePerson ? FirstInterval : LaterInterval);
        }

        return newest;
    }
}
