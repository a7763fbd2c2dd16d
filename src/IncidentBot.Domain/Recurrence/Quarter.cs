using System.Globalization;
using IncidentBot.Domain.Time;

namespace IncidentBot.Domain.Recurrence;

/// <summary>A quarter of a year, in UTC.</summary>
/// <param name="Year">The year.</param>
/// <param name="Number">1 to 4.</param>
public sealed record Quarter(int Year, int Number)
{
    private const int Months = 3;

    /// <summary>Its first instant.</summary>
    public DateTimeOffset Start => new(Year, ((Number - 1) * Months) + 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The first instant after it.</summary>
    public DateTimeOffset End => Start.AddMonths(Months);

    /// <summary>The quarter before it.</summary>
    public Quarter Previous => Of(Start.AddDays(-1));

    /// <summary>The quarter of an instant.</summary>
    /// <param name="instant">Any instant.</param>
    public static Quarter Of(DateTimeOffset instant)
    {
        var utc = instant.UtcDateTime;
        return new Quarter(utc.Year, ((utc.Month - 1) / Months) + 1);
    }

    /// <summary>The first Monday of the quarter on which people work: the day to plan it.</summary>
    /// <param name="calendar">Weekends and holidays.</param>
    public DateOnly FirstMonday(WorkCalendar calendar)
    {
        var first = DateOnly.FromDateTime(Start.UtcDateTime);
        var monday = first.AddDays(((int)DayOfWeek.Monday - (int)first.DayOfWeek + 7) % 7);
        while (!calendar.IsWorkingDay(monday) && monday < DateOnly.FromDateTime(End.UtcDateTime).AddDays(-7))
        {
            monday = monday.AddDays(7);
        }

        return monday;
    }

    /// <summary>"2026-Q1"; stored and never changed.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year}-Q{Number}");
}
