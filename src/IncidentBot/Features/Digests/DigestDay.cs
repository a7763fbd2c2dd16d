namespace IncidentBot.Features.Digests;

/// <summary>Digests are made on Mondays at 09:30 UTC.</summary>
internal static class DigestDay
{
    private static readonly TimeSpan TimeOfDay = new(9, 30, 0);

    /// <summary>The latest Monday; earlier ones that were missed are skipped.</summary>
    public static DateTimeOffset Newest(DateTimeOffset now)
    {
        var thisWeek = new DateTimeOffset(
            now.UtcDateTime.Date.AddDays(-(((int)now.UtcDateTime.DayOfWeek + 6) % 7)) + TimeOfDay, TimeSpan.Zero);
        return thisWeek <= now ? thisWeek : thisWeek.AddDays(-7);
    }
}
