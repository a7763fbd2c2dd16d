namespace IncidentBot.Domain.Time;

/// <summary>Counts only working hours, so that a question from the evening need not be answered at night.</summary>
public static class WorkingHours
{
    // Working days; far more than anyone is given, so a wrong boundary fails instead of counting for ever.
    private const int LongestWait = 1000;

    /// <summary>The instant, UTC, after which that many working hours have passed.</summary>
    /// <param name="quiet">When they do not work: evenings, nights, days off.</param>
    /// <param name="from">When counting starts, UTC.</param>
    /// <param name="zone">Their IANA zone.</param>
    /// <param name="hours">How many; positive.</param>
    public static DateTimeOffset After(QuietHours quiet, DateTimeOffset from, string zone, TimeSpan hours)
    {
        var clock = Zones.Find(zone);
        var (start, left) = (quiet.NextAllowed(from, zone), hours);
        for (var day = 0; day < LongestWait; day++)
        {
            var evening = Zones.ToUtc(Zones.DateIn(start, clock).ToDateTime(quiet.From), clock);
            if (evening - start >= left)
            {
                return start + left;
            }

            left -= evening - start;
            start = quiet.NextAllowed(evening, zone);
        }

        throw new InvalidOperationException($"{hours} of working hours do not pass within {LongestWait} working days of {from:O}.");
    }
}
