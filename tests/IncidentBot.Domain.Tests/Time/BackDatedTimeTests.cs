using System.Globalization;
using IncidentBot.Domain.Time;

namespace IncidentBot.Domain.Tests.Time;

public sealed class BackDatedTimeTests
{
    private static readonly TimeZoneInfo Berlin = Zones.Find("Europe/Berlin");

    [Theory]
    [InlineData("14:05", "2026-11-19 13:05")]
    [InlineData("9:05", "2026-11-19 08:05")]
    [InlineData("15:00", "2026-11-19 14:00")]
    [InlineData("15:01", "2026-11-19 14:01")]
    [InlineData("15:02", "2026-11-18 14:02")]
    [InlineData("00:10", "2026-11-18 23:10")]
    [InlineData("yesterday 23:50", "2026-11-18 22:50")]
    [InlineData("Yesterday at 23:50", "2026-11-18 22:50")]
    [InlineData("today 14:05", "2026-11-19 13:05")]
    [InlineData("10 min ago", "2026-11-19 13:50")]
    [InlineData("10m ago", "2026-11-19 13:50")]
    [InlineData("2 h ago", "2026-11-19 12:00")]
    [InlineData("2 hours  ago", "2026-11-19 12:00")]
    [InlineData("3 days ago", "2026-11-16 14:00")]
    [InlineData("2026-11-18 14:05", "2026-11-18 13:05")]
    [InlineData(" at 9.52. ", "2026-11-19 08:52")]
    [InlineData("2:05\u202Fpm", "2026-11-19 13:05")]
    [InlineData("12:06 UTC", "2026-11-19 12:06")]
    public void A_time_is_on_the_clock_of_whoever_typed_it(string typed, string utc) =>
        Assert.Equal(Utc(utc), BackDatedTime.Parse(typed, Utc("2026-11-19 14:00"), Berlin).Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("25:00")]
    [InlineData("14:60")]
    [InlineData("14")]
    [InlineData("-5 min ago")]
    [InlineData("9999 days ago")]
    [InlineData("2026-13-01 10:00")]
    [InlineData("14:05 or so")]
    public void What_cannot_be_read_is_answered_with_the_forms(string? typed)
    {
        var refusal = BackDatedTime.Parse(typed, Utc("2026-11-19 14:00"), Berlin).Refusal;

        Assert.Equal("at", refusal?.Field);
        Assert.Contains("10 min ago", refusal?.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-19 15:02")]
    [InlineData("today 15:02")]
    [InlineData("2030-01-01 00:00")]
    public void A_day_that_was_named_is_not_moved_into_the_past(string typed) => Assert.Contains(
        "future", BackDatedTime.Parse(typed, Utc("2026-11-19 14:00"), Berlin).Refusal?.Sentence, StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-03-29 01:59", "2026-03-29 00:59")]
    [InlineData("2026-03-29 02:30", "2026-03-29 01:30")]
    [InlineData("2026-03-29 03:00", "2026-03-29 01:00")]
    [InlineData("2026-10-25 01:59", "2026-10-24 23:59")]
    [InlineData("2026-10-25 02:30", "2026-10-25 00:30")]
    [InlineData("2026-10-25 03:00", "2026-10-25 02:00")]
    public void A_skipped_hour_moves_forward_and_a_repeated_hour_means_the_first(string typed, string utc) =>
        Assert.Equal(Utc(utc), BackDatedTime.Parse(typed, Utc("2026-11-19 14:00"), Berlin).Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Mars/Olympus")]
    public void An_unknown_zone_is_utc(string? name) => Assert.Equal(TimeZoneInfo.Utc, Zones.Find(name));

    private static DateTimeOffset Utc(string text) => DateTimeOffset.ParseExact(
        text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
