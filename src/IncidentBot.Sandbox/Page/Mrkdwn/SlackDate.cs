using System.Globalization;
using System.Text.RegularExpressions;

namespace IncidentBot.Sandbox.Page.Mrkdwn;

/// <summary>Slack's date tokens in a reader's zone, with 24 hours to the day.</summary>
internal sealed partial class SlackDate(TimeZoneInfo zone, DateTimeOffset now)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    public string Format(long timestamp, string format, string fallback)
    {
        if (timestamp < DateTimeOffset.MinValue.ToUnixTimeSeconds() || timestamp > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
        {
            return fallback;
        }

        var instant = DateTimeOffset.FromUnixTimeSeconds(timestamp);
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        return Token().Matches(format).All(token => Spoken(token.Groups["name"].Value, local) is not null)
            ? Token().Replace(format, match => Spoken(match.Groups["name"].Value, local)!)
            : fallback;
    }

    private string? Spoken(string token, DateTimeOffset local)
    {
        if (token.EndsWith("_pretty", StringComparison.Ordinal))
        {
            return Relative(local) ?? Spoken(token[..^"_pretty".Length], local);
        }

        var year = IsNear(local) ? "" : $", {local.Year}";
        return token switch
        {
            "date_num" => local.ToString("yyyy-MM-dd", English),
            "date_slash" => local.ToString("MM/dd/yyyy", English),
            "date" => local.ToString("MMMM d", English) + Ordinal(local.Day) + year,
            "date_short" => local.ToString("MMM d", English) + year,
            "date_long" or "day_divider" => local.ToString("dddd, MMMM d", English) + Ordinal(local.Day) + year,
            "date_long_full" => local.ToString("dddd, MMMM d", English) + Ordinal(local.Day) + ", " + local.Year,
            "time" => local.ToString("HH:mm", English),
            "time_secs" => local.ToString("HH:mm:ss", English),
            "ago" => Ago(now - local),
            _ => null,
        };
    }

    private string? Relative(DateTimeOffset local) => (local.Date - TimeZoneInfo.ConvertTime(now, zone).Date).Days switch
    {
        0 => "today",
        -1 => "yesterday",
        1 => "tomorrow",
        _ => null,
    };

    /// <summary>Slack leaves the year out within half a year.</summary>
    private bool IsNear(DateTimeOffset local) => (now - local).Duration() < TimeSpan.FromDays(183);

    private static string Ago(TimeSpan passed)
    {
        var span = passed.Duration();
        var words = span switch
        {
            { TotalMinutes: < 1 } => "less than a minute",
            { TotalHours: < 1 } => Count((int)span.TotalMinutes, "minute"),
            { TotalDays: < 1 } => Count((int)span.TotalHours, "hour"),
            _ => Count((int)span.TotalDays, "day"),
        };
        return passed < TimeSpan.Zero ? $"in {words}" : $"{words} ago";
    }

    private static string Count(int number, string word) => number == 1 ? $"1 {word}" : $"{number} {word}s";

    private static string Ordinal(int day) => (day % 10, day / 10) switch
    {
        (1, not 1) => "st",
        (2, not 1) => "nd",
        (3, not 1) => "rd",
        _ => "th",
    };

    [GeneratedRegex(@"\{(?<name>[a-z_]+)\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
