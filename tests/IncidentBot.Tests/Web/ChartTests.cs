using System.Globalization;
using IncidentBot.Web;
using IncidentBot.Web.WriteUpPages;

namespace IncidentBot.Tests.Web;

public sealed class ChartTests
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 3, 9, 0, 0, TimeSpan.Zero);
    private static readonly ReaderTime Utc = new(TimeZoneInfo.Utc, "UTC");

    [Theory]
    [InlineData(7, "09:00 09:01 09:02 09:03 09:04 09:05 09:06 09:07")]
    [InlineData(8, "09:00 09:02 09:04 09:06 09:08")]
    [InlineData(60, "09:00 09:10 09:20 09:30 09:40 09:50 10:00")]
    [InlineData(420, "09:00 10:00 11:00 12:00 13:00 14:00 15:00 16:00")]
    [InlineData(421, "10:00 12:00 14:00 16:00")]
    [InlineData(1440, "12:00 18:00 4 Mar, 00:00 06:00")]
    [InlineData(14400, "4 Mar 6 Mar 8 Mar 10 Mar 12 Mar")]
    public void Ticks_are_round_times_and_few(int minutes, string labels)
    {
        var scale = new ChartScale([Nine, Nine.AddMinutes(minutes)], Utc);

        Assert.Equal(labels, string.Join(' ', scale.Ticks().Select(tick => tick.Label)));
    }

    [Fact]
    public void Ticks_are_round_on_the_readers_clock()
    {
        var kolkata = new ReaderTime(TimeZoneInfo.FindSystemTimeZoneById("Asia/Kolkata"), "Asia/Kolkata");

        var ticks = new ChartScale([Nine, Nine.AddHours(5)], kolkata).Ticks();

        Assert.Equal("15:00", ticks[0].Label);
        Assert.Equal("Asia/Kolkata, UTC+5:30", kolkata.ZoneAt(Nine));
    }

    [Fact]
    public void Distances_are_to_scale()
    {
        var model = new ChartModel(
            [
                new ChartMark(Nine, MarkKind.Event, "first"),
                new ChartMark(Nine.AddMinutes(30), MarkKind.SignalMissed, "second"),
                new ChartMark(Nine.AddMinutes(90), MarkKind.Event, "third"),
            ],
            [],
            Quiet: null);

        foreach (var places in new[]
        {
            ChartLayout.Wide(model, Utc).Marks.ConvertAll(mark => mark.X), ChartLayout.Tall(model, Utc).Marks.ConvertAll(mark => mark.Y),
        })
        {
            Assert.Equal(2.0, (places[2] - places[1]) / (places[1] - places[0]), precision: 6);
        }
    }

    [Fact]
    public void Labels_that_would_hide_each_other_stand_in_rows()
    {
        var milestones = Enumerable.Range(0, 5)
            .Select(minute => (Nine.AddMinutes(minute), $"Milestone {minute.ToString(CultureInfo.InvariantCulture)}"))
            .Append((Nine.AddHours(10), "Recovered")).ToList();
        var model = new ChartModel([], milestones, Quiet: null);

        var wide = ChartLayout.Wide(model, Utc).Texts.FindAll(text => text.Class == "milestone");
        var tall = ChartLayout.Tall(model, Utc).Texts.FindAll(text => text.Class == "milestone");

        Assert.Equal(5, wide.Take(5).Select(text => text.Y).Distinct().Count());
        Assert.Equal("end", wide[^1].Anchor);
        Assert.All(tall.Zip(tall.Skip(1)), pair => Assert.True(pair.Second.Y - pair.First.Y >= 20));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void One_moment_is_not_worth_drawing(int minutes, bool isDrawn)
    {
        var model = new ChartModel([], [(Nine, "First alert"), (Nine.AddMinutes(minutes), "Recovered")], Quiet: null);

        Assert.Equal(isDrawn, model.IsWorthDrawing);
    }
}
