namespace IncidentBot.Domain.Recurrence;

/// <summary>How long something took: the middle, the slow end and the longest.</summary>
/// <param name="Count">How many were measured.</param>
/// <param name="Median">Half took no longer; the lower one of two middle ones.</param>
/// <param name="P95">Nineteen of twenty took no longer.</param>
/// <param name="Longest">The longest.</param>
public sealed record Durations(int Count, TimeSpan Median, TimeSpan P95, TimeSpan Longest)
{
    /// <summary>None were measured.</summary>
    public static Durations None { get; } = new(0, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);

    /// <summary>Measures durations; negative ones are left out, because a moment was entered wrongly.</summary>
    /// <param name="all">The durations, in any order.</param>
    public static Durations Of(IEnumerable<TimeSpan> all)
    {
        var ordered = all.Where(each => each >= TimeSpan.Zero).Order().ToList();
        return ordered.Count == 0 ? None : new Durations(ordered.Count, Nearest(ordered, 50), Nearest(ordered, 95), ordered[^1]);
    }

    /// <summary>The nearest rank.</summary>
    private static TimeSpan Nearest(List<TimeSpan> ordered, int percent) => ordered[(((ordered.Count * percent) + 99) / 100) - 1];
}
