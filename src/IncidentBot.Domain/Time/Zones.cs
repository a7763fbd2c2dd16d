namespace IncidentBot.Domain.Time;

/// <summary>Time zones by name.</summary>
public static class Zones
{
    /// <summary>The zone of that name; UTC when the name is missing or unknown, so that nothing fails for want of a zone.</summary>
    /// <param name="name">An IANA name such as "Europe/Berlin"; may be null.</param>
    public static TimeZoneInfo Find(string? name) =>
        name is { Length: > 0 } && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>
    /// The instant, UTC, of a clock on the wall. A time that the clocks skip is moved on by the skip (02:30 becomes
    /// 03:30); of a time that they show twice the first is meant.
    /// </summary>
    /// <param name="local">Date and time on the wall; its kind does not matter.</param>
    /// <param name="zone">Where the wall is.</param>
    public static DateTimeOffset ToUtc(DateTime local, TimeZoneInfo zone)
    {
        var wall = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        // In a gap the offset that held before it gives the moved-on time; of two offsets the larger comes first.
        var offset = zone.IsAmbiguousTime(wall)
            ? zone.GetAmbiguousTimeOffsets(wall).Max()
            : zone.GetUtcOffset(zone.IsInvalidTime(wall) ? wall.AddHours(-3) : wall);
        return new DateTimeOffset(wall, offset).ToUniversalTime();
    }

    /// <summary>What the clock on the wall shows, and the date that it is there.</summary>
    /// <param name="instant">Any instant.</param>
    /// <param name="zone">Where the wall is.</param>
    public static DateTime ToWall(DateTimeOffset instant, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(instant, zone).DateTime;

    /// <summary>The date that it is somewhere.</summary>
    /// <param name="instant">Any instant.</param>
    /// <param name="zone">Where.</param>
    public static DateOnly DateIn(DateTimeOffset instant, TimeZoneInfo zone) => DateOnly.FromDateTime(ToWall(instant, zone));
}
