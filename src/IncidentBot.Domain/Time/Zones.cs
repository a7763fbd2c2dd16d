namespace IncidentBot.Domain.Time;

/// <summary>Time zones by name.</summary>
public static class Zones
{
    /// <summary>The zone of that name; UTC when the name is missing or unknown, so that nothing fails for want of a zone.</summary>
    /// <param name="name">An IANA name such as "Europe/Berlin"; may be null.</param>
    public static TimeZoneInfo Find(string? name) =>
        name is { Length: > 0 } && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;

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
