using IncidentBot.Sandbox.Page.Elements;
using IncidentBot.Sandbox.Page.Mrkdwn;

namespace IncidentBot.Sandbox.Tests.Page;

public sealed class SlackDateTests
{
    private const long Noon = 1769428800; // 2026-01-26 12:00 UTC, a Monday

    [Theory]
    [InlineData("{date_num}", "2026-01-26")]
    [InlineData("{date_slash}", "01/26/2026")]
    [InlineData("{date}", "January 26th")]
    [InlineData("{date_short}", "Jan 26")]
    [InlineData("{date_long}", "Monday, January 26th")]
    [InlineData("{date_long_full}", "Monday, January 26th, 2026")]
    [InlineData("{time}", "13:00")]
    [InlineData("{time_secs}", "13:00:00")]
    [InlineData("{date_short_pretty} at {time}", "today at 13:00")]
    [InlineData("{ago}", "30 minutes ago")]
    [InlineData("{no_such_token}", "fallback")]
    [InlineData("{_}", "fallback")]
    public void Every_token_has_its_words(string format, string words) =>
        Assert.Equal(words, At("Europe/Stockholm", Noon + 1800).Format(Noon, format, "fallback"));

    [Theory]
    [InlineData("UTC", "12:00")]
    [InlineData("America/Los_Angeles", "04:00")]
    [InlineData("Asia/Kolkata", "17:30")]
    [InlineData("Australia/Sydney", "23:00")]
    public void Times_are_in_the_given_zone(string zone, string time) => Assert.Equal(time, At(zone, Noon).Format(Noon, "{time}", ""));

    [Theory]
    [InlineData(Noon + (14 * 3600), "Asia/Tokyo", "yesterday")]
    [InlineData(Noon + (2 * 3600), "Asia/Tokyo", "today")]
    [InlineData(Noon + (4 * 3600), "Asia/Tokyo", "yesterday")]
    [InlineData(Noon - (24 * 3600), "UTC", "tomorrow")]
    [InlineData(Noon + (48 * 3600), "UTC", "Jan 26")]
    [InlineData(Noon + (200L * 86400), "UTC", "Jan 26, 2026")]
    public void Pretty_dates_follow_the_readers_midnight(long now, string zone, string words) =>
        Assert.Equal(words, At(zone, now).Format(Noon, "{date_short_pretty}", ""));

    [Fact]
    public void An_impossible_time_is_its_fallback() => Assert.Equal("once", At("UTC", Noon).Format(long.MaxValue, "{date}", "once"));

    [Fact]
    public void A_picker_reads_back_what_it_shows()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
        var instant = DateTimeOffset.FromUnixTimeSeconds(Noon);

        Assert.Equal(new DateTime(2026, 1, 26, 7, 0, 0), WallClock.Write(instant, zone));
        Assert.Equal(instant, WallClock.Read(new DateTime(2026, 1, 26, 7, 0, 0), zone));
        Assert.Equal(TimeSpan.FromHours(-4), WallClock.Read(new DateTime(2026, 3, 8, 2, 30, 0), zone)!.Value.Offset);
        Assert.Null(WallClock.Read(null, zone));
    }

    private static SlackDate At(string zone, long now) =>
        new(TimeZoneInfo.FindSystemTimeZoneById(zone), DateTimeOffset.FromUnixTimeSeconds(now));
}
