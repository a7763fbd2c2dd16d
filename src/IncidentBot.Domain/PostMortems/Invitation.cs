using System.Globalization;
using System.Text;

namespace IncidentBot.Domain.PostMortems;

/// <summary>The meeting as a calendar file (RFC 5545), so that it reaches every calendar without an account in any.</summary>
/// <param name="IncidentNumber">The incident.</param>
/// <param name="Title">The incident's title.</param>
/// <param name="Start">When it begins; written in UTC.</param>
/// <param name="Duration">How long it is booked for.</param>
/// <param name="Moves">How often it was moved: SEQUENCE, so that calendars replace what they have.</param>
/// <param name="Domain">What makes the UID unique in the world: the workspace's domain ("acme.slack.com").</param>
/// <param name="Link">Where to meet, if there is an address.</param>
/// <param name="Description">Plain text: what to prepare, and that it is about learning (R41).</param>
public sealed record Invitation(
    int IncidentNumber,
    string Title,
    DateTimeOffset Start,
    TimeSpan Duration,
    int Moves,
    string Domain,
    string? Link,
    string Description)
{
    private const int LineOctets = 75;

    /// <summary>The same for every version of one post-mortem's invitation.</summary>
    public string Uid => string.Create(CultureInfo.InvariantCulture, $"postmortem-{IncidentNumber}@{Domain}");

    /// <summary>The file's text: CRLF line ends, lines folded at 75 octets of UTF-8.</summary>
    /// <param name="now">DTSTAMP, UTC.</param>
    public string ToIcs(DateTimeOffset now)
    {
        string?[] lines =
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//IncidentBot//Post-mortem//EN",
            "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH",
            "BEGIN:VEVENT",
            $"UID:{Uid}",
            string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{Moves}"),
            $"DTSTAMP:{Utc(now)}",
            $"DTSTART:{Utc(Start)}",
            $"DTEND:{Utc(Start + Duration)}",
            string.Create(CultureInfo.InvariantCulture, $"SUMMARY:Post-mortem of incident {IncidentNumber}: {Escape(Title)}"),
            $"DESCRIPTION:{Escape(Description)}",
            Link is null ? null : $"LOCATION:{Escape(Link)}",
            Link is null ? null : $"URL:{WithoutControls(Link)}",
            "END:VEVENT",
            "END:VCALENDAR",
        ];
        return string.Concat(lines.OfType<string>().Select(Fold));
    }

    private static string Utc(DateTimeOffset instant) =>
        instant.ToUniversalTime().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Escape(string text) => WithoutControls(text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .ReplaceLineEndings("\\n"));

    /// <summary>What is typed never ends a line of the file.</summary>
    private static string WithoutControls(string text) => string.Concat(text.Where(character => !char.IsControl(character)));

    /// <summary>A continuation begins with a blank, which counts; a character is never cut in two.</summary>
    private static string Fold(string line)
    {
        var folded = new StringBuilder();
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LineOctets)
            {
                folded.Append("\r\n ");
                octets = 1;
            }

            folded.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        return folded.Append("\r\n").ToString();
    }
}
