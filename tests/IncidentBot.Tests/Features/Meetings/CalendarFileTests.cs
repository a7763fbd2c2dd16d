using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using IncidentBot.Features.Meetings;

namespace IncidentBot.Tests.Features.Meetings;

/// <summary>Reads the file back with a calendar library and checks its bytes.</summary>
public sealed class CalendarFileTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private static readonly CalendarEntry Plain = new(
        12,
        "Checkout; cart, and \\ more",
        new DateTimeOffset(2026, 3, 2, 15, 0, 0, TimeSpan.FromHours(1)),
        TimeSpan.FromMinutes(90),
        2,
        "acme.slack.com",
        "https://meet.example.com/abc", "Bring the draft.\nIt is about learning.");

    [Fact]
    public void A_calendar_library_reads_every_field_back()
    {
        var calendar = Calendar.Load(CalendarFile.Render(Plain, Now))!;
        var meeting = Assert.Single(calendar.Events)!;

        Assert.Equal(("PUBLISH", "GREGORIAN", "2.0"), (calendar.Method, calendar.Scale, calendar.Version));
        Assert.Equal(("postmortem-12@acme.slack.com", 2), (meeting.Uid, meeting.Sequence));
        Assert.Equal("Post-mortem of incident 12: Checkout; cart, and \\ more", meeting.Summary);
        Assert.Equal("Bring the draft.\nIt is about learning.", meeting.Description);
        Assert.Equal(("https://meet.example.com/abc", "https://meet.example.com/abc"), (meeting.Location, meeting.Url?.AbsoluteUri));
    }

    [Fact]
    public void Times_are_in_utc_without_a_time_zone_section()
    {
        var ics = CalendarFile.Render(Plain, Now);

        Assert.Equal(
            ["DTEND:20260302T153000Z", "DTSTAMP:20260301T080000Z", "DTSTART:20260302T140000Z"],
            Lines(ics).Where(line => line.StartsWith("DT", StringComparison.Ordinal)).Order());
        Assert.DoesNotContain("VTIMEZONE", ics, StringComparison.Ordinal);
    }

    [Fact]
    public void A_moved_meeting_keeps_its_uid_and_has_a_higher_sequence()
    {
        var first = Read(Plain);
        var moved = Read(Plain with { Moves = 3, Start = Plain.Start.AddDays(1) });

        Assert.Equal(first.Uid, moved.Uid);
        Assert.Equal((2, 3), (first.Sequence, moved.Sequence));
        Assert.Equal(first.DtStart!.AsUtc.AddDays(1), moved.DtStart!.AsUtc);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("Zahlung für ")]
    [InlineData("支払い")]
    [InlineData("a🛒")]
    [InlineData("👩‍🚒")]
    public void Lines_end_with_CRLF_and_are_folded_at_75_octets_without_splitting_a_character(string word)
    {
        for (var words = 1; words < 120; words++)
        {
            var title = string.Concat(Enumerable.Repeat(word, words));

            var bytes = Encoding.UTF8.GetBytes(CalendarFile.Render(Plain with { Title = title }, Now));

            var ics = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
            Assert.All(Lines(ics), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
            Assert.All(Lines(ics), line => Assert.DoesNotContain('\uFFFD', line));
            Assert.Equal($"Post-mortem of incident 12: {title}", Calendar.Load(ics)!.Events[0]!.Summary);
        }
    }

    [Fact]
    public void Typed_text_cannot_add_a_line_to_the_file()
    {
        var entry = Plain with
        {
            Title = "a\r\nATTENDEE:b\u0007",
            Link = "https://x.example/\r\nATTACH:c",
            Description = "First.\u0000\r\nEND:VEVENT",
        };

        var ics = CalendarFile.Render(entry, Now);

        Assert.DoesNotContain(Lines(ics), line => line.StartsWith("ATT", StringComparison.Ordinal));
        Assert.Single(Lines(ics), "END:VEVENT");
        Assert.Equal("First.\nEND:VEVENT", Calendar.Load(ics)!.Events[0]!.Description);
    }

    [Fact]
    public void Without_a_link_the_entry_has_no_location()
    {
        var meeting = Read(Plain with { Link = null });

        Assert.Equal((null, null), (meeting.Location, meeting.Url));
    }

    private static CalendarEvent Read(CalendarEntry entry) => Calendar.Load(CalendarFile.Render(entry, Now))!.Events[0]!;

    /// <summary>The lines of the file, each of which ends with CRLF.</summary>
    private static string[] Lines(string ics)
    {
        Assert.EndsWith("\r\n", ics, StringComparison.Ordinal);
        var lines = ics[..^2].Split("\r\n");
        Assert.All(lines, line => Assert.DoesNotContain(line, character => character is '\r' or '\n'));
        return lines;
    }
}
