using System.Globalization;
using System.Text.RegularExpressions;

namespace IncidentBot.Domain.Time;

/// <summary>Works out which instant a match of <see cref="TimePatterns.Time"/> means.</summary>
/// <param name="now">The present instant.</param>
/// <param name="home">The zone of the person who typed it.</param>
internal sealed class TimePhrase(Match match, DateTimeOffset now, TimeZoneInfo home)
{
    public static readonly Refusal Unreadable = new(
        "I couldn't read that time. Try 14:05, yesterday 23:50, 10 min ago, 2 h ago or 2026-11-20 14:05.", "at");

    public static readonly Refusal Future = new("That time is in the future.", "at");

    private static readonly string[] DateFormats = ["yyyy-MM-dd", "d.M.yyyy", "yyyy/M/d"];

    private static readonly string[] NumberWords =
        ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    public bool IsAgo => Has("unit");

    public bool NamesDay => Has("day") || Has("weekday") || Has("date") || Has("month");

    /// <summary>Nothing but a number with a dot, which is as often an amount or a version.</summary>
    public bool IsDotted => Text("sep") == "." && !NamesDay && !HasZone && !Has("half") && !Has("s");

    /// <summary>Whether it is a time even where nothing announces it.</summary>
    public bool IsUnmistakable => IsAgo || NamesDay || HasZone || Has("half");

    /// <summary>Hours and minutes as clocks show them: "14:05", but neither "3:1" nor "4h30".</summary>
    public bool ShowsClock => Text("sep") == ":" && Text("m").Length == 2;

    private bool HasZone => Has("zone") || Has("offset");

    public Result<DateTimeOffset> Read() => IsAgo ? Ago() : OnTheWall();

    private Result<DateTimeOffset> Ago()
    {
        var more = Has("more") ? Number("more") : 0;
        var back = Count() * Text("unit").ToUpperInvariant()[0] switch
        {
            'S' => TimeSpan.FromSeconds(1),
            'M' => TimeSpan.FromMinutes(1),
            'H' => TimeSpan.FromHours(1),
            'D' => TimeSpan.FromDays(1),
            _ => TimeSpan.FromDays(7),
        };
        return now.ToUniversalTime() - back - TimeSpan.FromMinutes(more);
    }

    private double Count()
    {
        var typed = Text("count").ToLowerInvariant();
        return typed switch
        {
            "a" or "an" => 1,
            "fifteen" => 15,
            "twenty" => 20,
            "thirty" => 30,
            _ when char.IsAsciiDigit(typed[0]) => Number("count"),
            _ when typed.StartsWith("half", StringComparison.Ordinal) => 0.5,
            _ => Array.IndexOf(NumberWords, typed),
        };
    }

    private Result<DateTimeOffset> OnTheWall()
    {
        var zone = Has("zone") ? ZoneNames.Named(Text("zone")) : Has("offset") ? ZoneNames.Offset(Text("offset")) : home;
        if (zone is null || Clock() is not { } clock)
        {
            return Unreadable;
        }

        var days = Days(Zones.DateIn(now, zone)).Where(day => day.Year is > 2000 and < 2100).ToList();
        foreach (var at in days.Select(day => Zones.ToUtc(day.ToDateTime(clock), zone)))
        {
            if (at <= now + BackDatedTime.Tolerance)
            {
                return at;
            }
        }

        return days.Count == 0 ? Unreadable : Future;
    }

    private TimeOnly? Clock()
    {
        if (Has("word"))
        {
            return Text("word").StartsWith("n", StringComparison.OrdinalIgnoreCase) ? new TimeOnly(12, 0) : TimeOnly.MinValue;
        }

        var (hour, minute, second) = (Number("h"), Has("m") ? Number("m") : 0, Has("s") ? Number("s") : 0);
        var isWhole = !Has("m") || Text("m").Length == 2;
        // People also write "14:05 pm", which can only mean one thing.
        var hour24 = Text("half").ToUpperInvariant() switch
        {
            "" => hour,
            "A" => hour is >= 1 and <= 12 ? hour % 12 : 24,
            _ => hour is >= 1 and <= 12 ? (hour % 12) + 12 : hour is 0 ? 24 : hour,
        };
        return isWhole && hour24 < 24 && minute < 60 && second < 60 ? new TimeOnly(hour24, minute, second) : null;
    }

    /// <summary>The days that may be meant, the likeliest first; the first on which the time has come is taken.</summary>
    private IEnumerable<DateOnly> Days(DateOnly today)
    {
        if (Has("weekday"))
        {
            var back = Enumerable.Range(0, 8).Select(days => today.AddDays(-days));
            return back.Where(day => $"{day.DayOfWeek}".Equals(Text("weekday"), StringComparison.OrdinalIgnoreCase));
        }

        if (Has("month"))
        {
            string[] years = Has("year") ? [Text("year")] : [Year(today.Year), Year(today.Year - 1)];
            return years.SelectMany(year => Dates($"{Text("dom")} {Text("month")[..3]} {year}", ["d MMM yyyy"]));
        }

        return Has("date") ? Dates(Text("date"), DateFormats) : Text("day").ToUpperInvariant() switch
        {
            "TODAY" => [today],
            "YESTERDAY" => [today.AddDays(-1)],
            "TOMORROW" => [today.AddDays(1)],
            _ => [today, today.AddDays(-1)],
        };
    }

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<DateOnly> Dates(string typed, string[] formats) =>
        DateOnly.TryParseExact(typed, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? [day] : [];

    private bool Has(string group) => match.Groups[group].Success;

    private string Text(string group) => match.Groups[group].Value;

    private int Number(string group) => int.Parse(Text(group), CultureInfo.InvariantCulture);
}
