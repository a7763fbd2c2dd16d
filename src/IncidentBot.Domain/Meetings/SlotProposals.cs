using IncidentBot.Domain.Time;

namespace IncidentBot.Domain.Meetings;

/// <summary>
/// Proposes three times for the meeting. Best are core hours for everyone; then core hours for lead, facilitator and as many others as
/// possible; then daytime for lead and facilitator; last, times after the deadline, marked as late. Friday from 15:00 in the
/// facilitator's zone is proposed only when there is no other time before the deadline. Weekends and holidays are not proposed before
/// the deadline; people can still pick such a time by hand.
/// </summary>
public static class SlotProposals
{
    private const int Proposals = 3;
    private static readonly TimeSpan SearchAfterDeadline = TimeSpan.FromDays(21);
    private static readonly TimeOnly FridayEnd = new(15, 0);

    /// <summary>Proposes exactly three times.</summary>
    /// <param name="attendees">Who should attend. The times follow the facilitator's zone; otherwise the lead's, the first person's or
    /// UTC.</param>
    /// <param name="rules">Core hours and days off.</param>
    /// <param name="now">UTC; the earliest start is <see cref="SlotRules.PreparationTime"/> later.</param>
    /// <param name="deadline">UTC; the meeting must end by then to be in time.</param>
    /// <param name="duration">How long it takes.</param>
    /// <returns>The best first; of equally good times the earlier comes first. They start at least <see cref="SlotRules.Spacing"/> apart
    /// and do not overlap.</returns>
    public static IReadOnlyList<SlotProposal> For(
        IReadOnlyList<Attendee> attendees, SlotRules rules, DateTimeOffset now, DateTimeOffset deadline, TimeSpan duration)
    {
        var scoring = new SlotScoring(attendees, rules, duration);
        var earliest = now.ToUniversalTime() + SlotRules.PreparationTime;
        var lastStart = deadline.ToUniversalTime() - duration;

        var inTime = scoring.Starts(earliest, lastStart).Select(start => scoring.Score(start)).Where(slot => slot.Fit is not null).ToList();
        var notLateFriday = inTime.Where(slot => !IsFridayAfternoon(slot.Start, scoring.Zone)).ToList();
        var chosen = new List<SlotProposal>();
        var candidates = notLateFriday.Count > 0 ? notLateFriday : inTime;
        Choose(chosen, candidates.OrderBy(slot => slot.Fit), duration, slot => scoring.Propose(slot));

        var firstLate = earliest > lastStart ? earliest : lastStart + TimeSpan.FromMinutes(1);
        var late = scoring.Starts(firstLate, firstLate + SearchAfterDeadline)
            .Where(start => !IsFridayAfternoon(start, scoring.Zone))
            .Select(start => scoring.Score(start));
        Choose(chosen, late.OrderBy(slot => slot.Fit ?? SlotFit.Late), duration, slot => scoring.ProposeLate(slot));
        return chosen;
    }

    private static void Choose(
        List<SlotProposal> chosen, IOrderedEnumerable<ScoredSlot> slots, TimeSpan duration, Func<ScoredSlot, SlotProposal> propose)
    {
        var apart = duration > SlotRules.Spacing ? duration : SlotRules.Spacing;
        foreach (var slot in slots.ThenByDescending(slot => slot.OthersAvailable).ThenBy(slot => slot.Start))
        {
            if (chosen.Count == Proposals)
            {
                return;
            }

            if (chosen.TrueForAll(other => (other.Start - slot.Start).Duration() >= apart))
            {
                chosen.Add(propose(slot));
            }
        }
    }

    /// <summary>Why a time picked by hand is a poor one, as a clause; null when it is not.</summary>
    /// <param name="start">The start, UTC.</param>
    /// <param name="zone">The facilitator's zone, otherwise that of the person who picks.</param>
    /// <param name="calendar">The days off.</param>
    public static string? Objection(DateTimeOffset start, TimeZoneInfo zone, WorkCalendar calendar) =>
        !calendar.IsWorkingDay(Zones.DateIn(start, zone)) ? "on a day off"
        : IsFridayAfternoon(start, zone) ? "on a Friday afternoon, when people are tired or leaving"
        : null;

    private static bool IsFridayAfternoon(DateTimeOffset start, TimeZoneInfo zone)
    {
        var local = Zones.ToWall(start, zone);
        return local.DayOfWeek == DayOfWeek.Friday && TimeOnly.FromDateTime(local) >= FridayEnd;
    }
}
