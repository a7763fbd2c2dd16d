using System.Globalization;

namespace IncidentBot.Domain.Time;

/// <summary>
/// The zones that people write behind a time. A name that means different hours on different continents, such as CST or IST, is left
/// out, so that it is asked about.
/// </summary>
internal static class ZoneNames
{
    private static readonly (int HoursAhead, string[] Names)[] Table =
    [
        (0, ["UTC", "GMT", "Z", "WET"]),
        (1, ["CET", "BST", "WEST"]),
        (2, ["CEST", "EET"]),
        (3, ["EEST", "MSK"]),
        (8, ["SGT", "HKT"]),
        (9, ["JST", "KST"]),
        (10, ["AEST"]),
        (11, ["AEDT"]),
        (12, ["NZST"]),
        (13, ["NZDT"]),
        (-4, ["EDT"]),
        (-5, ["EST", "CDT"]),
        (-6, ["MDT"]),
        (-7, ["MST", "PDT"]),
        (-8, ["PST"]),
    ];

    /// <summary>The names as alternatives of a regular expression. Most count in capitals only: "14:05 west" is no zone.</summary>
    public static string Pattern { get; } =
        $"((?-i:{string.Join('|', Table.SelectMany(row => row.Names))})|utc|gmt|cet|cest|z)(?![a-z0-9+-])";

    public static TimeZoneInfo Named(string name) => Fixed(TimeSpan.FromHours(
        Array.Find(Table, row => row.Names.Contains(name, StringComparer.OrdinalIgnoreCase)).HoursAhead));

    /// <summary>Reads "+2", "+02:00" or "-0530"; null when no place on Earth has that offset.</summary>
    public static TimeZoneInfo? Offset(string typed)
    {
        var digits = typed[1..].Replace(":", "", StringComparison.Ordinal);
        var (hours, minutes) = digits.Length > 2 ? (digits[..^2], digits[^2..]) : (digits, "0");
        var ahead = new TimeSpan(int.Parse(hours, CultureInfo.InvariantCulture), int.Parse(minutes, CultureInfo.InvariantCulture), 0);
        var isReal = ahead <= TimeSpan.FromHours(14) && ahead.Minutes is (0 or 30 or 45);
        return isReal ? Fixed(typed[0] == '+' ? ahead : -ahead) : null;
    }

    private static TimeZoneInfo Fixed(TimeSpan ahead) => TimeZoneInfo.CreateCustomTimeZone($"UTC{ahead}", ahead, null, null);
}
