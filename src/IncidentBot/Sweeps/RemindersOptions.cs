using IncidentBot.Domain.Calendars;

namespace IncidentBot.Sweeps;

/// <summary>When nobody is sent a reminder: in the evening and at night, at weekends, on holidays, on the reader's own clock.</summary>
internal sealed class RemindersOptions
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
