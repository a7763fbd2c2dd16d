namespace IncidentBot.Demo;

/// <summary>
/// The demo always begins on a Tuesday morning, so that no weekend holds back a reminder and the README's tour is the same
/// every day.
/// </summary>
internal static class TuesdayMorning
{
    private static readonly TimeSpan Nine = TimeSpan.FromHours(9);

    /// <summary>The next Tuesday at 09:00 UTC.</summary>
    public static DateTimeOffset After(DateTimeOffset now)
    {
        var midnight = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        var tuesday = midnight.AddDays(((int)DayOfWeek.Tuesday - (int)midnight.DayOfWeek + 7) % 7) + Nine;
        return tuesday >= now ? tuesday : tuesday.AddDays(7);
    }
}
