using IncidentBot.Domain.Time;
using static IncidentBot.Domain.Tests.Time.Instants;

namespace IncidentBot.Domain.Tests.Time;

public sealed class TimedTextTests
{
    private static readonly TimeZoneInfo Berlin = Zones.Find("Europe/Berlin");

    // A Thursday, 15:00 in Berlin.
    private static readonly DateTimeOffset Now = Utc("2026-11-19 14:00");

    [Theory]
    [InlineData("done at 14:05", "2026-11-19 13:05")]
    [InlineData("done at 14:05.", "2026-11-19 13:05")]
    [InlineData("done, at 14:05,", "2026-11-19 13:05")]
    [InlineData("done AT 14:05!", "2026-11-19 13:05")]
    [InlineData("done (at 14:05)", "2026-11-19 13:05")]
    [InlineData("done @ 14:05", "2026-11-19 13:05")]
    [InlineData("done @14:05", "2026-11-19 13:05")]
    [InlineData("done around 14:05", "2026-11-19 13:05")]
    [InlineData("done at about 14:05", "2026-11-19 13:05")]
    [InlineData("done at ~14:05", "2026-11-19 13:05")]
    [InlineData("done\nat\u00A014:05", "2026-11-19 13:05")]
    [InlineData("done at 14:05:30", "2026-11-19 13:05:30")]
    [InlineData("done at 9.52", "2026-11-19 08:52")]
    [InlineData("done at 9.52.", "2026-11-19 08:52")]
    [InlineData("done at 14h05", "2026-11-19 13:05")]
    [InlineData("done at 14:05 Uhr", "2026-11-19 13:05")]
    [InlineData("done at 2:05 pm", "2026-11-19 13:05")]
    [InlineData("done at 2:05\u202FPM", "2026-11-19 13:05")]
    [InlineData("done at 2.05pm", "2026-11-19 13:05")]
    [InlineData("done 2:05 p.m.", "2026-11-19 13:05")]
    [InlineData("done at 14:05 pm", "2026-11-19 13:05")]
    [InlineData("done at 9am", "2026-11-19 08:00")]
    [InlineData("done at 12 am", "2026-11-18 23:00")]
    [InlineData("done at 12:10 pm", "2026-11-19 11:10")]
    [InlineData("done at 9 o'clock", "2026-11-19 08:00")]
    [InlineData("done at noon", "2026-11-19 11:00")]
    [InlineData("done at midnight", "2026-11-18 23:00")]
    [InlineData("done at 12:06 UTC", "2026-11-19 12:06")]
    [InlineData("done at 12:06 UTC.", "2026-11-19 12:06")]
    [InlineData("done at 12:06 (UTC)", "2026-11-19 12:06")]
    [InlineData("done 12:06 UTC", "2026-11-19 12:06")]
    [InlineData("done at 12:06 gmt", "2026-11-19 12:06")]
    [InlineData("done at 12:06Z", "2026-11-19 12:06")]
    [InlineData("done at 1206Z", "2026-11-19 12:06")]
    [InlineData("done at 12:06 CET", "2026-11-19 11:06")]
    [InlineData("done at 12:06 CEST", "2026-11-19 10:06")]
    [InlineData("done at 08:06 EST", "2026-11-19 13:06")]
    [InlineData("done at 14:01 UTC", "2026-11-19 14:01")]
    [InlineData("done at 14:02 UTC", "2026-11-18 14:02")]
    [InlineData("done at 12:06+02:00", "2026-11-19 10:06")]
    [InlineData("done at 12:06 +0200", "2026-11-19 10:06")]
    [InlineData("done at 08:06 -05:00", "2026-11-19 13:06")]
    [InlineData("done at 12:06 UTC+2", "2026-11-19 10:06")]
    [InlineData("done at 14:05 local time", "2026-11-19 13:05")]
    [InlineData("done 10 min ago", "2026-11-19 13:50")]
    [InlineData("done at 10 min ago", "2026-11-19 13:50")]
    [InlineData("done 10 min. ago.", "2026-11-19 13:50")]
    [InlineData("done about 10m ago", "2026-11-19 13:50")]
    [InlineData("done 45 s ago", "2026-11-19 13:59:15")]
    [InlineData("done ten minutes ago", "2026-11-19 13:50")]
    [InlineData("done an hour ago", "2026-11-19 13:00")]
    [InlineData("done half an hour ago", "2026-11-19 13:30")]
    [InlineData("done 1 h 30 min ago", "2026-11-19 12:30")]
    [InlineData("done 1h30 ago", "2026-11-19 12:30")]
    [InlineData("done 2 weeks ago", "2026-11-05 14:00")]
    [InlineData("done yesterday 23:50", "2026-11-18 22:50")]
    [InlineData("done at yesterday 23:50", "2026-11-18 22:50")]
    [InlineData("done yesterday at 23:50", "2026-11-18 22:50")]
    [InlineData("done AT yesterday at 14:05", "2026-11-18 13:05")]
    [InlineData("done at 23:50 yesterday.", "2026-11-18 22:50")]
    [InlineData("done last night at 23:50", "2026-11-18 22:50")]
    [InlineData("done on monday at 14:05", "2026-11-16 13:05")]
    [InlineData("done thursday 16:00", "2026-11-12 15:00")]
    [InlineData("done 2026-11-18 14:05", "2026-11-18 13:05")]
    [InlineData("done at 2026-11-18T14:05Z", "2026-11-18 14:05")]
    [InlineData("done 18.11.2026 14:05", "2026-11-18 13:05")]
    [InlineData("done 18 nov 14:05", "2026-11-18 13:05")]
    [InlineData("done on Nov 18 at 14:05", "2026-11-18 13:05")]
    [InlineData("done 31 dec 14:05", "2025-12-31 13:05")]
    [InlineData("14:05 done", "2026-11-19 13:05")]
    [InlineData("14:05: done", "2026-11-19 13:05")]
    [InlineData("14:05 - done", "2026-11-19 13:05")]
    [InlineData("(14:05) done", "2026-11-19 13:05")]
    [InlineData("at 14:05 done", "2026-11-19 13:05")]
    [InlineData("At 14:05, done", "2026-11-19 13:05")]
    [InlineData("at 9.52 done", "2026-11-19 08:52")]
    [InlineData("12:06 UTC done", "2026-11-19 12:06")]
    [InlineData("2:05 pm done", "2026-11-19 13:05")]
    [InlineData("yesterday 23:50 done", "2026-11-18 22:50")]
    [InlineData("10 min ago: done", "2026-11-19 13:50")]
    public void A_time_at_the_start_or_at_the_end_is_read(string typed, string utc)
    {
        var read = TimedText.Read(typed, Now, Berlin);

        Assert.Equal(new TimedText("done", Utc(utc)), read.Value);
    }

    [Theory]
    [InlineData("scaled to 9.52 GB")]
    [InlineData("at 9.52 GB the disk was full")]
    [InlineData("9.52 GB were freed")]
    [InlineData("rolled back to 2.14")]
    [InlineData("2.14 is out")]
    [InlineData("error rate at 99.95")]
    [InlineData("load at 0.5")]
    [InlineData("stuck at 95 percent")]
    [InlineData("stuck at 95")]
    [InlineData("took 10 min")]
    [InlineData("4h30 without checkout")]
    [InlineData("3:1 for the old version")]
    [InlineData("listens at 10.0.0.1:8080")]
    [InlineData("what happened")]
    [InlineData("looked at the logs")]
    [InlineData("format 14:05")]
    [InlineData("restarted at 14:05 and it came back")]
    [InlineData("down since yesterday 23:50")]
    [InlineData("older than 10 min ago")]
    [InlineData("open from 13:00 to 14:05")]
    [InlineData("this was known long ago")]
    [InlineData("the job starts at \"14:05\"")]
    [InlineData("the job starts at \"25:00\"")]
    [InlineData("noon traffic is high")]
    [InlineData("the meeting is at 14:30")]
    [InlineData("lunch is at noon")]
    [InlineData(null)]
    public void A_number_that_is_no_time_and_a_time_inside_a_sentence_stay_in_the_text(string? typed) =>
        Assert.Equal(new TimedText(typed ?? "", null), TimedText.Read(typed, Now, Berlin).Value);

    [Theory]
    [InlineData("done at 25:00", "at 25:00")]
    [InlineData("done at 14:60.", "at 14:60")]
    [InlineData("done at 9:5", "at 9:5")]
    [InlineData("done at 13:05 am", "at 13:05 am")]
    [InlineData("done at 14:05 IST", "at 14:05 IST")]
    [InlineData("done at 14:05 +15:00", "at 14:05 +15:00")]
    [InlineData("done at 14:05-05:00", "at 14:05-05:00")]
    [InlineData("done at 14:05-14:10", "at 14:05-14:10")]
    [InlineData("done at 14:05 to 14:10", "at 14:05 to 14:10")]
    [InlineData("done at 14:05 or so", "at 14:05 or so")]
    [InlineData("done at 2026-13-01 10:00", "at 2026-13-01 10:00")]
    [InlineData("done 30 feb 10:00", "30 feb 10:00")]
    [InlineData("done on 11/18 at 14:05", "on 11/18 at 14:05")]
    [InlineData("done 9999 days ago", "9999 days ago")]
    [InlineData("done a few minutes ago", "few minutes ago")]
    [InlineData("25:00 done", "25:00")]
    [InlineData("14:05 - 14:10 outage", "14:05")]
    public void What_looks_like_a_time_and_cannot_be_read_is_asked_about(string typed, string phrase)
    {
        var refusal = TimedText.Read(typed, Now, Berlin).Refusal;

        Assert.Equal("at", refusal?.Field);
        Assert.StartsWith($"I couldn't read the time “{phrase}”. Try at 14:05,", refusal?.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("done tomorrow at 14:05", "tomorrow at 14:05")]
    [InlineData("done at 16:00 today", "at 16:00 today")]
    [InlineData("2026-11-19 15:02 done", "2026-11-19 15:02")]
    public void A_day_to_come_is_asked_about(string typed, string phrase) => Assert.StartsWith(
        $"“{phrase}” is in the future.", TimedText.Read(typed, Now, Berlin).Refusal?.Sentence, StringComparison.Ordinal);

    [Theory]
    [InlineData("done at 23:50", "2026-11-19 22:50")]
    [InlineData("done at 00:05", "2026-11-19 23:05")]
    [InlineData("done yesterday at 23:50", "2026-11-19 22:50")]
    [InlineData("done last night at 23:50", "2026-11-19 22:50")]
    [InlineData("done today at 00:05", "2026-11-19 23:05")]
    [InlineData("done at 23:05 UTC", "2026-11-19 23:05")]
    public void Ten_minutes_after_midnight_a_late_hour_is_yesterdays(string typed, string utc) =>
        Assert.Equal(new TimedText("done", Utc(utc)), TimedText.Read(typed, Utc("2026-11-19 23:10"), Berlin).Value);

    [Theory]
    [InlineData("2026-03-29 10:00", "done at 01:59", "2026-03-29 00:59")]
    [InlineData("2026-03-29 10:00", "done at 02:30", "2026-03-29 01:30")]
    [InlineData("2026-03-29 10:00", "done at 03:00", "2026-03-29 01:00")]
    [InlineData("2026-03-29 10:00", "done yesterday at 23:50", "2026-03-28 22:50")]
    [InlineData("2026-10-25 10:00", "done at 02:30", "2026-10-25 00:30")]
    [InlineData("2026-10-25 10:00", "done at 02:30 CEST", "2026-10-25 00:30")]
    [InlineData("2026-10-25 10:00", "done at 02:30 CET", "2026-10-25 01:30")]
    [InlineData("2026-10-25 10:00", "done at 03:00", "2026-10-25 02:00")]
    [InlineData("2026-07-01 10:00", "done at 11:00", "2026-07-01 09:00")]
    [InlineData("2026-07-01 10:00", "done 10 h ago", "2026-07-01 00:00")]
    public void Summer_time_is_the_readers(string now, string typed, string utc) =>
        Assert.Equal(new TimedText("done", Utc(utc)), TimedText.Read(typed, Utc(now), Berlin).Value);

    [Theory]
    [InlineData("at 14:05", "", "2026-11-19 13:05")]
    [InlineData("met at the office at 14:05", "met at the office", "2026-11-19 13:05")]
    [InlineData("rolled back to 2.14 at 9.52", "rolled back to 2.14", "2026-11-19 08:52")]
    [InlineData("14:05 fixed what broke at 13:00", "fixed what broke at 13:00", "2026-11-19 13:05")]
    [InlineData("pods 3/3 at 14:05", "pods 3/3", "2026-11-19 13:05")]
    [InlineData("the peak was at 14:05", "the peak was at 14:05", "2026-11-19 13:05")]
    public void Only_the_time_is_taken_out_of_the_text(string typed, string text, string utc) =>
        Assert.Equal(new TimedText(text, Utc(utc)), TimedText.Read(typed, Now, Berlin).Value);
}
