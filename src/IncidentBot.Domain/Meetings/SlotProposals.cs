using IncidentBot.Domain.Time;

namespace IncidentBot.Domain.Meetings;

/// <summary>
/// Three times for the meeting, ranked: everyone in core hours before the deadline; lead and
/// facilitator and most others; daytime for those two; after the deadline, marked late. Never from 15:00 on a Friday in the
/// facilitator's zone, unless nothing else lies before the deadline. Weekends and holidays are never proposed before the
/// deadline: any other time can be picked by hand.
/// </summary>
public static class SlotProposals
{
    private const int Wanted = 3;
    private static readonly TimeSpan LookBeyond = TimeSpan.FromDays(21);
    private static readonly TimeOnly FridayEnd = new(15, 0);

    /// <summary>Proposes exactly three times.</summary>
    /// <param name="attendees">Who is to be there; without a lead and a facilitator the first one's clock counts, without anyone
    /// UTC's.</param>
    /// <param name="rules">Core hours and days off.</param>
    /// <param name="now">UTC; the earliest start is <see cref="SlotRules.Preparation"/> later.</param>
    /// <param name="deadline">UTC; a meeting is before it when it ends by then.</param>
    /// <param name="duration">How long it takes.</param>
    /// <returns>The best first; a tie goes to the earlier. They begin <see cref="SlotRules.Apart"/> or more apart and do not
    /// overlap.</returns>
    public static IReadOnlyList<SlotProposal> For(
        IReadOnlyList<Attendee> attendees, SlotRules rules, DateTimeOffset now, DateTimeOffset deadline, TimeSpan duration)
    {
        var scoring = new SlotScoring(attendees, rules, duration);
        var earliest = now.ToUniversalTime() + SlotRules.Preparation;
        var lastStart = deadline.ToUniversalTime() - duration;

        var inTime = scoring.Starts(earliest, lastStart).Select(start => scoring.Score(start)).Where(slot => slot.Fit is not null).ToList();
        var notFriday = inTime.Where(slot => !IsFridayAfternoon(slot.Start, scoring.Clock)).ToList();
        var chosen = new List<SlotProposal>();
        Choose(chosen, (notFriday.Count > 0 ? notFriday : inTime).OrderBy(slot => slot.Fit), duration, slot => scoring.Propose(slot));

        var firstLate = earliest > lastStart ? earliest : lastStart + TimeSpan.FromMinutes(1);
        var late = scoring.Starts(firstLate, firstLate + LookBeyond)
            .Where(start => !IsFridayAfternoon(start, scoring.Clock))
            .Select(start => scoring.Score(start));
        Choose(chosen, late.OrderBy(slot => slot.Fit ?? SlotFit.Late), duration, slot => scoring.ProposeLate(slot));
        return chosen;
    }

    private static void Choose(
        List<SlotProposal> chosen, IOrderedEnumerable<ScoredSlot> slots, TimeSpan duration, Func<ScoredSlot, SlotProposal> propose)
    {
        var apart = duration > SlotRules.Apart ? duration : SlotRules.Apart;
        foreach (var slot in slots.ThenByDescending(slot => slot.OthersInside).ThenBy(slot => slot.Start))
        {
            if (chosen.Count == Wanted)
            {
                return;
            }

            if (chosen.TrueForAll(other => (other.Start - slot.Start).Duration() >= apart))
            {
                chosen.Add(propose(slot));
            }
        }
    }

    private static bool IsFridayAfternoon(DateTimeOffset start, TimeZoneInfo zone)
    {
        var local = Zones.ToWall(start, zone);
        return local.DayOfWeek == DayOfWeek.Friday && TimeOnly.FromDateTime(local) >= FridayEnd;
    }
}
