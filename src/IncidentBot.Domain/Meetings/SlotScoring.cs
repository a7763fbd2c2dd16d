using IncidentBot.Domain.Time;

namespace IncidentBot.Domain.Meetings;

/// <summary>A start time and how well it suits the people.</summary>
/// <param name="Start">UTC.</param>
/// <param name="Fit">Null when it is not daytime for both lead and facilitator.</param>
/// <param name="OthersAvailable">How many of the others are in core hours or, for a daytime slot, in daytime.</param>
internal sealed record ScoredSlot(DateTimeOffset Start, SlotFit? Fit, int OthersAvailable);

/// <summary>Scores start times by the attendees' local time. The reasons fit into the description of a menu option.</summary>
internal sealed class SlotScoring
{
    private static readonly TimeOnly DayFrom = new(9, 0);
    private static readonly TimeOnly DayUntil = new(19, 0);

    private readonly SlotRules _rules;
    private readonly TimeSpan _duration;
    private readonly List<TimeZoneInfo> _keyZones;
    private readonly List<TimeZoneInfo> _otherZones;

    public SlotScoring(IReadOnlyList<Attendee> attendees, SlotRules rules, TimeSpan duration)
    {
        (_rules, _duration) = (rules, duration);
        var lead = attendees.FirstOrDefault(attendee => attendee.Role == AttendeeRole.Lead);
        var facilitator = attendees.FirstOrDefault(attendee => attendee.Role == AttendeeRole.Facilitator);
        var key = new[] { facilitator, lead }.OfType<Attendee>().DefaultIfEmpty(attendees is [var first, ..] ? first : null)
            .OfType<Attendee>().ToList();
        _keyZones = [.. key.Select(attendee => Zones.Find(attendee.Zone)).DefaultIfEmpty(TimeZoneInfo.Utc)];
        _otherZones = [.. attendees.Except(key).Select(attendee => Zones.Find(attendee.Zone))];
        Zone = _keyZones[0];
    }

    /// <summary>The zone that the times follow: the facilitator's, otherwise the lead's.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>
    /// Every half hour in that zone, both ends included, without the times that someone declined. It steps in UTC, so daylight saving
    /// skips or repeats no hour.
    /// </summary>
    public IEnumerable<DateTimeOffset> Starts(DateTimeOffset from, DateTimeOffset to)
    {
        var quarter = TimeSpan.FromMinutes(15);
        var first = new DateTimeOffset((from.UtcTicks + quarter.Ticks - 1) / quarter.Ticks * quarter.Ticks, TimeSpan.Zero);
        for (var start = first; start <= to; start += quarter)
        {
            if (Zones.ToWall(start, Zone).Minute % 30 == 0 && !_rules.Declined.Any(declined => (declined - start).Duration() < _duration))
            {
                yield return start;
            }
        }
    }

    public ScoredSlot Score(DateTimeOffset start)
    {
        bool InCore(TimeZoneInfo zone) => IsInside(start, zone, _rules.CoreFrom, _rules.CoreUntil);
        bool InDay(TimeZoneInfo zone) => IsInside(start, zone, DayFrom, DayUntil);

        if (_keyZones.TrueForAll(InCore))
        {
            var inCoreHours = _otherZones.Count(InCore);
            return new ScoredSlot(start, inCoreHours == _otherZones.Count ? SlotFit.Everyone : SlotFit.LeadAndFacilitator, inCoreHours);
        }

        var inDaytime = _otherZones.Count(InDay);
        return new ScoredSlot(start, _keyZones.TrueForAll(InDay) ? SlotFit.Daytime : null, inDaytime);
    }

    public SlotProposal Propose(ScoredSlot slot) => new(slot.Start, _duration, slot.Fit ?? SlotFit.Daytime, ReasonFor(slot));

    public SlotProposal ProposeLate(ScoredSlot slot) => new(slot.Start, _duration, SlotFit.Late, $"after the deadline; {ReasonFor(slot)}");

    private string ReasonFor(ScoredSlot slot)
    {
        var unavailable = $"{_otherZones.Count - slot.OthersAvailable} of {_keyZones.Count + _otherZones.Count} people";
        return slot.Fit switch
        {
            SlotFit.Everyone => "core hours for everyone",
            SlotFit.LeadAndFacilitator => $"outside core hours for {unavailable}",
            SlotFit.Daytime when _otherZones.Count == slot.OthersAvailable => "daytime (09:00-19:00) for everyone",
            SlotFit.Daytime => $"daytime (09:00-19:00) for all but {unavailable}",
            _ => "outside daytime (09:00-19:00) for someone",
        };
    }

    private bool IsInside(DateTimeOffset start, TimeZoneInfo zone, TimeOnly from, TimeOnly until)
    {
        var begin = Zones.ToWall(start, zone);
        var end = Zones.ToWall(start + _duration, zone);
        return begin.Date == end.Date
            && _rules.Calendar.IsWorkingDay(DateOnly.FromDateTime(begin))
            && TimeOnly.FromDateTime(begin) >= from
            && TimeOnly.FromDateTime(end) <= until;
    }
}
