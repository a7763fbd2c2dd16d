using System.Text;
using IncidentBot.Domain.PostMortems;
using static IncidentBot.Domain.Tests.Calendars.Instants;

namespace IncidentBot.Domain.Tests.PostMortems;

public sealed class InvitationTests
{
    private static readonly Invitation Plain = new(
        12, "Checkout; cart, and more", Utc("2026-03-02 14:00"), TimeSpan.FromMinutes(90), 2, "acme.slack.com",
        "https://meet.example.com/abc", "Bring the draft.\nIt is about learning.");

    [Fact]
    public void Times_are_utc_and_text_is_escaped()
    {
        var lines = Plain.ToIcs(Utc("2026-03-01 08:00")).Split("\r\n");

        Assert.Equal(
            [
                "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//IncidentBot//Post-mortem//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
                "BEGIN:VEVENT", "UID:postmortem-12@acme.slack.com", "SEQUENCE:2", "DTSTAMP:20260301T080000Z",
                "DTSTART:20260302T140000Z", "DTEND:20260302T153000Z",
                @"SUMMARY:Post-mortem of incident 12: Checkout\; cart\, and more",
                @"DESCRIPTION:Bring the draft.\nIt is about learning.",
                "LOCATION:https://meet.example.com/abc", "URL:https://meet.example.com/abc",
                "END:VEVENT", "END:VCALENDAR", "",
            ],
            lines);
    }

    [Fact]
    public void Lines_are_folded_at_75_octets_without_cutting_a_character_and_unfold_to_the_same()
    {
        var title = string.Concat(Enumerable.Repeat("Zahlung für 🛒 fällt aus ", 12));

        var ics = (Plain with { Title = title }).ToIcs(Utc("2026-03-01 08:00"));

        Assert.All(ics.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        Assert.Contains(title, ics.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(75, 1)]
    [InlineData(76, 2)]
    public void A_line_of_75_octets_stays_whole(int octets, int lines)
    {
        var text = new string('x', octets - "DESCRIPTION:".Length);

        var ics = (Plain with { Description = text }).ToIcs(Utc("2026-03-01 08:00"));

        Assert.Equal(17 + lines, ics.Split("\r\n").Length);
    }

    [Fact]
    public void What_is_typed_cannot_add_a_line()
    {
        var ics = (Plain with { Title = "a\r\nATTENDEE:b\u0007", Link = "https://x.example/\r\nATTACH:c" }).ToIcs(Utc("2026-03-01 08:00"));

        Assert.DoesNotContain(ics.Split("\r\n"), line => line.StartsWith("ATT", StringComparison.Ordinal));
    }
}
