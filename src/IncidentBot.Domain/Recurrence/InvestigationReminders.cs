using IncidentBot.Domain.FollowUps;
using IncidentBot.Domain.Time;

namespace IncidentBot.Domain.Recurrence;

/// <summary>
/// When someone is asked about an open investigation: on the working day after it opened until someone owns it, and two weeks after that
/// until it is closed; each again after 14 and 28 days, and then every four weeks. From the fourth time on, others are asked too.
/// </summary>
public static class InvestigationReminders
{
    private const int DaysForOwner = 14;

    /// <summary>The newest question that is due; null when none is due yet, and for a closed one.</summary>
    /// <param name="investigation">The investigation.</param>
    /// <param name="hasOwner">Whether its owner can still act.</param>
    /// <param name="calendar">Weekends and holidays.</param>
    /// <param name="today">Today, for the reader.</param>
    public static UnansweredQuestion? Newest(
        StructuralInvestigation investigation, bool hasOwner, WorkCalendar calendar, DateOnly today)
    {
        if (investigation.ClosedAt is not null)
        {
            return null;
        }

        var first = hasOwner && investigation.OwnedSince is { } since
            ? DayOf(since).AddDays(DaysForOwner)
            : DayOf(investigation.OpenedAt).AddDays(1);
        first = calendar.OnOrAfter(first);
        return first > today ? null : UnansweredQuestion.Newest(first, calendar, today);
    }

    private static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.UtcDateTime);
}
