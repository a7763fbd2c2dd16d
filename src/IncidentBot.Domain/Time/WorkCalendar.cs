namespace IncidentBot.Domain.Time;

/// <summary>Which days people work: everything but the weekend and the listed holidays. Days are days in someone's own zone.</summary>
public sealed class WorkCalendar
{
    private readonly HashSet<DateOnly> _holidays;
    private readonly HashSet<DayOfWeek> _weekend;

    /// <summary>A calendar.</summary>
    /// <param name="holidays">Days off for everyone; none by default.</param>
    /// <param name="weekend">The days of the weekend; Saturday and Sunday by default.</param>
    /// <exception cref="ArgumentException">No day of the week is left to work.</exception>
    public WorkCalendar(IEnumerable<DateOnly>? holidays = null, IEnumerable<DayOfWeek>? weekend = null)
    {
        _holidays = [.. holidays ?? []];
        _weekend = [.. weekend ?? [DayOfWeek.Saturday, DayOfWeek.Sunday]];
        if (_weekend.Count == 7)
        {
            throw new ArgumentException("A week needs at least one working day.", nameof(weekend));
        }
    }

    /// <summary>Only weekends are off.</summary>
    public static WorkCalendar WithoutHolidays { get; } = new();

    /// <summary>Whether people work on a day.</summary>
    /// <param name="date">The day.</param>
    public bool IsWorkingDay(DateOnly date) => !_weekend.Contains(date.DayOfWeek) && !_holidays.Contains(date);

    /// <summary>The day itself if people work on it, else the last working day before it.</summary>
    /// <param name="date">The day.</param>
    public DateOnly OnOrBefore(DateOnly date) => Nearest(date, -1);

    /// <summary>The day itself if people work on it, else the first working day after it.</summary>
    /// <param name="date">The day.</param>
    public DateOnly OnOrAfter(DateOnly date) => Nearest(date, 1);

    /// <summary>The working day that comes a number of working days after a day; a day off counts as the working day before it.</summary>
    /// <param name="date">The day.</param>
    /// <param name="workingDays">How many; not negative. Zero gives the day itself.</param>
    public DateOnly AddWorkingDays(DateOnly date, int workingDays)
    {
        for (var left = workingDays; left > 0; left--)
        {
            date = OnOrAfter(date.AddDays(1));
        }

        return date;
    }

    private DateOnly Nearest(DateOnly date, int step)
    {
        while (!IsWorkingDay(date))
        {
            date = date.AddDays(step);
        }

        return date;
    }
}
