using IncidentBot.Domain.Time;

namespace IncidentBot.Web.WriteUpPages;

/// <summary>A mark on the axis.</summary>
/// <param name="At">When.</param>
/// <param name="Label">The time, or the day where a new day begins.</param>
internal sealed record ChartTick(DateTimeOffset At, string Label);

/// <summary>Where a moment stands between the beginning and the end of a timeline, as a share from 0 to 1.</summary>
internal sealed class ChartScale
{
    private const int MostTicks = 7;

    /// <summary>The distances between ticks that people can count with.</summary>
    private static readonly TimeSpan[] Steps =
    [
        .. new[] { 1, 2, 5, 10, 15, 30 }.Select(minutes => TimeSpan.FromMinutes(minutes)),
        .. new[] { 1, 2, 3, 6, 12 }.Select(hours => TimeSpan.FromHours(hours)),
        .. new[] { 1, 2, 7, 14, 28, 56, 112, 364 }.Select(days => TimeSpan.FromDays(days)),
    ];

    private readonly ReaderTime _time;

    /// <param name="moments">Everything that is drawn; at least one.</param>
    /// <param name="time">The clock of the reader, on which the ticks are round.</param>
    public ChartScale(IReadOnlyCollection<DateTimeOffset> moments, ReaderTime time)
    {
        _time = time;
        (From, To) = (moments.Min(), moments.Max());
        if (To - From < TimeSpan.FromMinutes(1))
        {
            To = From.AddMinutes(1);
        }
    }

    public DateTimeOffset From { get; }

    public DateTimeOffset To { get; }

    public double Of(DateTimeOffset at) => (at - From) / (To - From);

    /// <summary>Round times on the reader's clock, seven at most.</summary>
    public IReadOnlyList<ChartTick> Ticks()
    {
        var step = Array.Find(Steps, step => (To - From) / step <= MostTicks) is { Ticks: > 0 } fitting ? fitting : (To - From) / MostTicks;
        var wall = Zones.ToWall(From, _time.Zone);
        var first = new DateTime((wall.Ticks + step.Ticks - 1) / step.Ticks * step.Ticks, DateTimeKind.Unspecified);
        var ticks = new List<ChartTick>();
        var day = Zones.DateIn(From, _time.Zone);
        for (var local = first; Zones.ToUtc(local, _time.Zone) is var at && at <= To; local += step)
        {
            var isNewDay = DateOnly.FromDateTime(local) != day;
            day = DateOnly.FromDateTime(local);
            ticks.Add(new ChartTick(at, Label(at, step, isNewDay)));
        }

        return ticks;
    }

    private string Label(DateTimeOffset at, TimeSpan step, bool isNewDay) =>
        step >= TimeSpan.FromDays(1) ? _time.DayOnly(at) : isNewDay ? _time.Short(at) : _time.Clock(at);
}
