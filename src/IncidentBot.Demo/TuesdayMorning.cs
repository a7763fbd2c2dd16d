namespace IncidentBot.Demo;

/// <summary>
/// When the demo begins, whatever day it is outside: in the middle of everybody's working week, so that nothing is held back
/// by a weekend and the README's tour is the same every day.
/// </summary>
internal static class TuesdayMorning
{
    private static readonly TimeSpan Nine = TimeSpan.FromHours(9);

    /// <summary>The first Tuesday 09:00 UTC that has not passed.</summary>
    public static DateTimeOffset After(DateTimeOffset now)
    {
        var midnight = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        var tuesday = midnight.AddDays(((int)DayOfWeek.Tuesday - (int)midnight.DayOfWeek + 7) % 7) + Nine;
        return tuesday >= now ? tuesday : tuesday.AddDays(7);
    }
}
