using System.Globalization;
using System.Text.RegularExpressions;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace IncidentBot.Features.Meetings;

/// <summary>The calendar entry of a meeting.</summary>
/// <param name="IncidentNumber">The incident.</param>
/// <param name="Title">The incident's title.</param>
/// <param name="Start">When it begins; written in UTC.</param>
/// <param name="Duration">How long it is booked for.</param>
/// <param name="Moves">How often the invitation was changed: its SEQUENCE, by which calendars replace an older version.</param>
/// <param name="Domain">The workspace's domain ("acme.slack.com"), which makes the UID globally unique.</param>
/// <param name="Link">The address to meet at; null when there is none.</param>
/// <param name="Description">Plain text: the purpose of the meeting, its agenda and what to prepare.</param>
internal sealed record CalendarEntry(
    int IncidentNumber, string Title, DateTimeOffset Start, TimeSpan Duration, int Moves, string Domain, string? Link, string Description);

/// <summary>
/// The meeting as a calendar file (RFC 5545), which works with every calendar. METHOD is PUBLISH, which
/// has no ATTENDEE, because the bot has no scope for e-mail addresses; the channel shows who is invited.
/// </summary>
internal static partial class CalendarFile
{
    private const string Product = "-//IncidentBot//Post-mortem//EN";

    /// <summary>The same UID for every version of a meeting, so that a moved meeting moves in every calendar.</summary>
    public static string Render(CalendarEntry entry, DateTimeOffset now)
    {
        var meeting = new CalendarEvent
        {
            Uid = string.Create(CultureInfo.InvariantCulture, $"postmortem-{entry.IncidentNumber}@{entry.Domain}"),
            Sequence = entry.Moves,
            DtStamp = Utc(now),
            DtStart = Utc(entry.Start),
            DtEnd = Utc(entry.Start + entry.Duration),
            Summary = string.Create(CultureInfo.InvariantCulture, $"Post-mortem of incident {entry.IncidentNumber}: {Clean(entry.Title)}"),
            Description = string.Join('\n', entry.Description.ReplaceLineEndings("\n").Split('\n').Select(Clean)),
        };
        if (entry.Link is not null)
        {
            var link = Clean(entry.Link);
            meeting.Location = link;
            meeting.Url = Uri.TryCreate(link, UriKind.Absolute, out var address) ? address : null;
        }

        var calendar = new Ical.Net.Calendar { Method = CalendarMethods.Publish, ProductId = Product, Scale = CalendarScales.Gregorian };
        calendar.Events.Add(meeting);
        return CutCharacter().Replace(new CalendarSerializer(calendar).SerializeToString() ?? "", "${high}${low}\r\n ");
    }

    /// <summary>UTC, because Ical.Net would write an empty VTIMEZONE for a zone; calendars show local time anyway.</summary>
    private static CalDateTime Utc(DateTimeOffset instant) => new(instant.UtcDateTime);

    /// <summary>Removes line breaks, so typed text can't add lines to the file.</summary>
    private static string Clean(string text) => string.Concat(text.Where(character => !char.IsControl(character)));

    /// <summary>
    /// Ical.Net counts UTF-16 and may fold inside a surrogate pair, such as an emoji, which breaks the encoding.
    /// </summary>
    [GeneratedRegex("(?<high>[\uD800-\uDBFF])\r\n (?<low>[\uDC00-\uDFFF])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CutCharacter();
}
