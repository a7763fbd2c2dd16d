using System.Globalization;

namespace IncidentBot.Domain.Time;

/// <summary>Time zones by name.</summary>
public static class Zones
{
    private const string Utc = "UTC";
    private static readonly TimeSpan FarthestOffset = TimeSpan.FromHours(14);

    /// <summary>False on machines without time zone data, which know UTC and offsets only.</summary>
    public static bool AreKnown { get; } = TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Berlin", out _);

    /// <summary>
    /// The name to store for someone's zone: their zone if this machine knows it, otherwise their distance from UTC, as
    /// "UTC+05:30", which does not follow daylight saving time.
    /// </summary>
    /// <param name="name">An IANA name; may be null.</param>
    /// <param name="offsetSeconds">The distance from UTC now, in seconds; null when it is not known.</param>
    public static string NameFor(string? name, int? offsetSeconds) =>
        name is { Length: > 0 } && TimeZoneInfo.TryFindSystemTimeZoneById(name, out _) ? name
            : offsetSeconds is { } seconds and not 0 && TimeSpan.FromSeconds(seconds) is var offset && offset.Duration() <= FarthestOffset
                ? $"{Utc}{(seconds < 0 ? "-" : "+")}{offset.Duration():hh\\:mm}"
                : Utc;

    /// <summary>The zone of that name; UTC when the name is missing or unknown, so that nothing fails for want of a zone.</summary>
    /// <param name="name">An IANA name such as "Europe/Berlin", or an offset such as "UTC+05:30"; may be null.</param>
    public static TimeZoneInfo Find(string? name) =>
        name is not { Length: > 0 } ? TimeZoneInfo.Utc
            : OffsetIn(name) is { } offset ? TimeZoneInfo.CreateCustomTimeZone(name, offset, name, name)
            : TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone
            : TimeZoneInfo.Utc;

    private static TimeSpan? OffsetIn(string name) =>
        name.Length == 9 && name.StartsWith(Utc, StringComparison.Ordinal)
        && TimeSpan.TryParseExact(name[4..], "hh\\:mm", CultureInfo.InvariantCulture, out var offset) && offset <= FarthestOffset
            ? name[3] switch { '+' => offset, '-' => -offset, _ => null }
            : null;

    /// <summary>
    /// The instant, UTC, of a local time. A time that the clocks skip is moved forward by the skipped hour (02:30 becomes
    /// 03:30); of a time that occurs twice, the first is taken.
    /// </summary>
    /// <param name="local">Local date and time; its kind is ignored.</param>
    /// <param name="zone">The zone.</param>
    public static DateTimeOffset ToUtc(DateTime local, TimeZoneInfo zone)
    {
        var wall = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        // For a skipped time, the earlier offset gives the later time; of two offsets, the larger comes first.
        var offset = zone.IsAmbiguousTime(wall)
            ? zone.GetAmbiguousTimeOffsets(wall).Max()
            : zone.GetUtcOffset(zone.IsInvalidTime(wall) ? wall.AddHours(-3) : wall);
        return new DateTimeOffset(wall, offset).ToUniversalTime();
    }

    /// <summary>The local date and time.</summary>
    /// <param name="instant">Any instant.</param>
    /// <param name="zone">The zone.</param>
    public static DateTime ToWall(DateTimeOffset instant, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(instant, zone).DateTime;

    /// <summary>The local date.</summary>
    /// <param name="instant">Any instant.</param>
    /// <param name="zone">Where.</param>
    public static DateOnly DateIn(DateTimeOffset instant, TimeZoneInfo zone) => DateOnly.FromDateTime(ToWall(instant, zone));
}
