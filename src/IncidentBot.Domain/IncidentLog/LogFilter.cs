using System.Globalization;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Severities;

namespace IncidentBot.Domain.IncidentLog;

/// <summary>Which incidents of the log are shown. Without a filter: all but drills and cancelled ones.</summary>
public sealed record LogFilter
{
    private const string DayFormat = "yyyyMMdd";

    /// <summary>Everything that the log shows without being asked for more.</summary>
    public static LogFilter None { get; } = new();

    /// <summary>The service as someone named it; null for all.</summary>
    public string? Service { get; init; }

    /// <summary>The severity; null for all.</summary>
    public Severity? Severity { get; init; }

    /// <summary>What triggered them; null for all.</summary>
    public IncidentType? Type { get; init; }

    /// <summary>The name of the cause class; null for all.</summary>
    public string? Cause { get; init; }

    /// <summary>The first day, in the reader's time zone; null from the beginning.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day, in the reader's time zone; null until now.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Only those that the reader declared or had a role in.</summary>
    public bool Mine { get; init; }

    /// <summary>Only those with open action items.</summary>
    public bool OpenActions { get; init; }

    /// <summary>Drills too.</summary>
    public bool Drills { get; init; }

    /// <summary>Cancelled ones and duplicates too.</summary>
    public bool Cancelled { get; init; }

    /// <summary>Reported near misses instead of incidents; they are never listed together.</summary>
    public bool NearMisses { get; init; }

    /// <summary>The filter as a button carries it: letters, digits, and signs that need no escaping.</summary>
    public string Write()
    {
        IEnumerable<string> parts =
        [
            Part('s', Service), Part('v', Severity is { } severity ? Digits((int)severity) : null),
            Part('t', Type is { } type ? Digits((int)type) : null), Part('c', Cause), Part('f', Day(From)), Part('u', Day(Until)),
            Flag('m', Mine), Flag('a', OpenActions), Flag('d', Drills), Flag('x', Cancelled),
            Flag('n', NearMisses),
        ];
        return string.Join('&', parts.Where(part => part.Length > 0));
    }

    /// <summary>Reads what <see cref="Write"/> wrote; what is unreadable filters nothing.</summary>
    /// <param name="written">The text.</param>
    public static LogFilter Read(string written)
    {
        var parts = written.Split('&', StringSplitOptions.RemoveEmptyEntries).Where(part => part.Length > 1)
            .ToLookup(part => part[0], part => Uri.UnescapeDataString(part[1..]));
        return new LogFilter
        {
            Service = parts['s'].FirstOrDefault(),
            Severity = Member<Severity>(parts['v'].FirstOrDefault()),
            Type = Member<IncidentType>(parts['t'].FirstOrDefault()),
            Cause = parts['c'].FirstOrDefault(),
            From = ReadDay(parts['f'].FirstOrDefault()),
            Until = ReadDay(parts['u'].FirstOrDefault()),
            Mine = parts.Contains('m'),
            OpenActions = parts.Contains('a'),
            Drills = parts.Contains('d'),
            Cancelled = parts.Contains('x'),
            NearMisses = parts.Contains('n'),
        };
    }

    private static string Part(char name, string? value) => value is null ? "" : $"{name}{Uri.EscapeDataString(value)}";

    private static string Flag(char name, bool isSet) => isSet ? $"{name}1" : "";

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Day(DateOnly? day) => day?.ToString(DayFormat, CultureInfo.InvariantCulture);

    private static DateOnly? ReadDay(string? text) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static T? Member<T>(string? text)
        where T : struct, Enum =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Enum.IsDefined((T)(object)number)
            ? (T)(object)number
            : null;
}
