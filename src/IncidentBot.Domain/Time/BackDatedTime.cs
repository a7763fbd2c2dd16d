using System.Text.RegularExpressions;

namespace IncidentBot.Domain.Time;

/// <summary>
/// A past time in a field of its own, as people type it, on their own clock unless they name a zone: "14:05", "yesterday 23:50",
/// "2:05 pm", "12:06 UTC", "10 min ago", "2026-11-20 14:05". A plain time that is still to come today is yesterday's: notes are
/// about what happened.
/// </summary>
public static class BackDatedTime
{
    /// <summary>How far ahead of now a plain time may be and still mean today; clocks differ.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    private static readonly Regex Form = new(
        $@"^\s*{TimePatterns.Marker}?{TimePatterns.Time}[\s.,;!]*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1));

    /// <summary>Reads a past time.</summary>
    /// <param name="text">What was typed; null counts as empty.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="zone">The zone of the person who typed it.</param>
    /// <returns>The instant, UTC; refused, about "at", when it cannot be read or lies in the future.</returns>
    public static Result<DateTimeOffset> Parse(string? text, DateTimeOffset now, TimeZoneInfo zone)
    {
        var match = Form.Match(text ?? "");
        return match.Success ? new TimePhrase(match, now, zone).Read() : TimePhrase.Unreadable;
    }
}
