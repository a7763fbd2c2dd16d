using IncidentBot.Domain.Time;

namespace IncidentBot.Domain.Meetings;

/// <summary>Someone's role in the meeting.</summary>
public enum AttendeeRole
{
    /// <summary>Leads the incident.</summary>
    Lead = 1,

    /// <summary>Facilitates.</summary>
    Facilitator = 2,

    /// <summary>Takes part.</summary>
    Other = 3,
}

/// <summary>Someone who should be in the meeting.</summary>
/// <param name="Person">Who.</param>
/// <param name="Zone">Their IANA zone; an unknown one counts as UTC.</param>
/// <param name="Role">Their role; a lead who facilitates counts as the facilitator.</param>
public sealed record Attendee(PersonId Person, string Zone, AttendeeRole Role);

/// <summary>What a proposed time must respect.</summary>
/// <param name="Calendar">Weekends and holidays, in each person's time zone.</param>
/// <param name="CoreFrom">The beginning of core hours in each person's zone; 10:00 by default.</param>
/// <param name="CoreUntil">Their end; 16:00 by default.</param>
public sealed record SlotRules(WorkCalendar Calendar, TimeOnly CoreFrom, TimeOnly CoreUntil)
{
    /// <summary>Core hours from 10:00 to 16:00.</summary>
    /// <param name="calendar">Weekends and holidays.</param>
    public SlotRules(WorkCalendar calendar)
        : this(calendar, new TimeOnly(10, 0), new TimeOnly(16, 0))
    {
    }

    /// <summary>When someone said that they can't; nothing that overlaps a meeting at one of these times is proposed.</summary>
    public IReadOnlyList<DateTimeOffset> Declined { get; init; } = [];

    /// <summary>The shortest time from now to a proposal, so that people can prepare and read the timeline.</summary>
    public static TimeSpan PreparationTime { get; } = TimeSpan.FromHours(4);

    /// <summary>The minimum time between the starts of two proposals, so the three are a real choice.</summary>
    public static TimeSpan Spacing { get; } = TimeSpan.FromHours(3);
}

/// <summary>How well a time suits; the best first.</summary>
public enum SlotFit
{
    /// <summary>Everyone is in core hours, before the deadline.</summary>
    Everyone = 1,

    /// <summary>Lead and facilitator are in core hours, some others are not; before the deadline.</summary>
    LeadAndFacilitator = 2,

    /// <summary>Between 09:00 and 19:00 for lead and facilitator, before the deadline.</summary>
    Daytime = 3,

    /// <summary>It ends after the deadline.</summary>
    Late = 4,
}

/// <summary>A time for the meeting, with the reason for it.</summary>
/// <param name="Start">UTC; on the hour or half hour in the facilitator's time zone.</param>
/// <param name="Duration">How long it takes.</param>
/// <param name="Fit">How well it suits.</param>
/// <param name="Reason">The label: "core hours for everyone", "after the deadline; ...".</param>
public sealed record SlotProposal(DateTimeOffset Start, TimeSpan Duration, SlotFit Fit, string Reason);
