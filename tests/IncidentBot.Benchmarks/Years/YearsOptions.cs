namespace IncidentBot.Benchmarks.Years;

/// <summary>How much history is written. The same options write the same history.</summary>
/// <param name="Incidents">How many incidents.</param>
/// <param name="Until">When the newest one was declared; the others are spread over the years before.</param>
internal sealed record YearsOptions(int Incidents, DateTimeOffset Until)
{
    public int Seed { get; init; } = 1;

    public double Years { get; init; } = 3;

    /// <summary>Timeline entries for each incident.</summary>
    public int Entries { get; init; } = 20;

    /// <summary>Action items for each incident that was resolved.</summary>
    public int Items { get; init; } = 3;

    /// <summary>Cause classes; few of them are frequent and most are rare.</summary>
    public int Classes { get; init; } = 120;
}
