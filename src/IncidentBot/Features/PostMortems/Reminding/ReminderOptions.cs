using IncidentBot.Domain.Calendars;

namespace IncidentBot.Features.PostMortems.Reminding;

/// <summary>When nobody is sent a DM, on everybody's own clock.</summary>
internal sealed class ReminderOptions
{
    public const string Section = "Reminders";

    /// <summary>The first quiet minute of an evening.</summary>
    public TimeOnly QuietFrom { get; set; } = new(18, 0);

    /// <summary>The first minute of a day that is not quiet.</summary>
    public TimeOnly QuietUntil { get; set; } = new(9, 0);

    /// <summary>Days off for everybody, for instance <c>Reminders__Holidays__0=2026-12-25</c>.</summary>
    public IList<DateOnly> Holidays { get; } = [];

    public QuietHours QuietHours => new(new WorkCalendar(Holidays), QuietFrom, QuietUntil);
}
