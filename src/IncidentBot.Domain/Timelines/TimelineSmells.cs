using System.Globalization;

namespace IncidentBot.Domain.Timelines;

/// <summary>Signs that a timeline is too short to learn from.</summary>
public static class TimelineSmells
{
    /// <summary>Fewer entries than this are too few to learn from.</summary>
    public const int FewEntries = 4;

    /// <summary>Checks a timeline for these signs.</summary>
    /// <param name="entries">How many entries people contributed; not negative.</param>
    /// <param name="gaps">The incident's gaps.</param>
    /// <returns>One sentence each, with what to ask next; empty when there is none.</returns>
    public static IReadOnlyList<string> Of(int entries, Gaps gaps)
    {
        var smells = new List<string>();
        if (entries < FewEntries)
        {
            smells.Add(string.Create(CultureInfo.InvariantCulture,
                $"Only {entries} {(entries == 1 ? "entry" : "entries")} from people. What was seen, tried and decided in between?"));
        }

        smells.AddRange(gaps.All
            .Where(gap => gap is { EntriesInside: 0, Worked: false } && gap.Duration > gaps.Whole / 2)
            .Select(gap => $"No entries for {gap.Label}, more than half of the incident. What happened then?"));
        return smells;
    }
}
