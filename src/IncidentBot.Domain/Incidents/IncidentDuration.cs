using System.Globalization;

namespace IncidentBot.Domain.Incidents;

/// <summary>How a duration is written.</summary>
public static class IncidentDuration
{
    /// <summary>The two largest units: "3 d 2 h", "18 h 27 min", "12 min"; less than a minute is "under 1 min".</summary>
    /// <param name="duration">Zero or more.</param>
    public static string Format(TimeSpan duration)
    {
        var parts = new[] { (duration.Days, "d"), (duration.Hours, "h"), (duration.Minutes, "min") };
        var shown = parts
            .SkipWhile(part => part.Item1 == 0)
            .Take(2)
            .Where(part => part.Item1 > 0)
            .Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Item1} {part.Item2}"));
        return string.Join(' ', shown) is { Length: > 0 } text ? text : "under 1 min";
    }

    /// <summary>The whole duration in hours, rounded down: "74 h".</summary>
    /// <param name="duration">Zero or more.</param>
    public static string InHours(TimeSpan duration) =>
        string.Create(CultureInfo.InvariantCulture, $"{(long)duration.TotalHours} h");
}
