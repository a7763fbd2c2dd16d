using System.Globalization;
using System.Text.RegularExpressions;

namespace IncidentBot.Domain.Time;

/// <summary>
/// A past time as people type it, on their own clock: "14:05", "yesterday 23:50", "10 min ago", "2 h ago",
/// "2026-11-20 14:05". A plain time that is still to come today is yesterday's: notes are about what happened.
/// </summary>
public static partial class BackDatedTime
{
    /// <summary>How far ahead of now a plain time may be and still mean today; clocks differ.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    private static readonly Refusal Forms = new(
        "I couldn't read that time. Try 14:05, yesterday 23:50, 10 min ago, 2 h ago or 2026-11-20 14:05.", "at");

    /// <summary>Reads a past time.</summary>
    /// <param name="text">What was typed; null counts as empty.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="zone">The zone of the person who typed it.</param>
    /// <returns>The instant, UTC; refused, about "at", when it cannot be read or lies in the future.</returns>
    public static Result<DateTimeOffset> Parse(string? text, DateTimeOffset now, TimeZoneInfo zone)
    {
        var typed = string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return Ago(typed, now) ?? OnTheWall(typed, now, zone) ?? Forms;
    }

    private static Result<DateTimeOffset>? Ago(string typed, DateTimeOffset now)
    {
        var match = AgoForm().Match(typed);
        if (!match.Success)
        {
            return null;
        }

        var count = int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture);
        return now.ToUniversalTime() - char.ToLowerInvariant(match.Groups["unit"].Value[0]) switch
        {
            'm' => TimeSpan.FromMinutes(count),
            'h' => TimeSpan.FromHours(count),
            _ => TimeSpan.FromDays(count),
        };
    }

    private static Result<DateTimeOffset>? OnTheWall(string typed, DateTimeOffset now, TimeZoneInfo zone)
    {
        var match = WallForm().Match(typed);
        if (!match.Success
            || !TimeOnly.TryParseExact(
                match.Groups["time"].Value, ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return null;
        }

        var today = Zones.DateIn(now, zone);
        var day = match.Groups["day"].Value;
        var date = day.ToUpperInvariant() switch
        {
            "" or "TODAY" => today,
            "YESTERDAY" => today.AddDays(-1),
            _ => DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact)
                ? exact
                : default,
        };
        if (date == default)
        {
            return null;
        }

        var at = Zones.ToUtc(date.ToDateTime(time), zone);
        if (at <= now + Tolerance)
        {
            return at;
        }

        return day.Length == 0
            ? Zones.ToUtc(date.AddDays(-1).ToDateTime(time), zone)
            : new Refusal("That time is in the future.", "at");
    }

    [GeneratedRegex(@"^(?<count>\d{1,3}) ?(?<unit>m|mins?|minutes?|h|hrs?|hours?|d|days?) ago$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AgoForm();

    [GeneratedRegex(@"^((?<day>today|yesterday|\d{4}-\d\d-\d\d) (at )?)?(?<time>\d{1,2}:\d\d)$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WallForm();
}
