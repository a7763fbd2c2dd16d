namespace IncidentBot.Domain.Calendars;

/// <summary>Instants and what the clock on the wall shows, both ways, across changes of summer time.</summary>
public static class WallClock
{
    /// <summary>Whether an IANA (or Windows) zone id is known here.</summary>
    /// <param name="zone">The id.</param>
    public static bool IsKnown(string? zone) => !string.IsNullOrWhiteSpace(zone) && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _);

    /// <summary>The zone of an id; UTC when it is unknown, so that a bad profile never stops a reminder.</summary>
    /// <param name="zone">The id.</param>
    public static TimeZoneInfo Zone(string? zone) =>
        !string.IsNullOrWhiteSpace(zone) && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : TimeZoneInfo.Utc;

    /// <summary>What the wall shows at an instant.</summary>
    /// <param name="instant">Any offset.</param>
    /// <param name="zone">Where the wall is.</param>
    public static DateTime Local(DateTimeOffset instant, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(instant, zone).DateTime;

    /// <summary>Which day it is at an instant.</summary>
    /// <param name="instant">Any offset.</param>
    /// <param name="zone">Where.</param>
    public static DateOnly LocalDate(DateTimeOffset instant, TimeZoneInfo zone) => DateOnly.FromDateTime(Local(instant, zone));

    /// <summary>The instant, UTC, at which the wall shows a time of a day.</summary>
    /// <param name="date">The day.</param>
    /// <param name="time">The time of that day.</param>
    /// <param name="zone">Where.</param>
    /// <returns>A time that occurs twice means the first; one that summer time skips means as much later as it skips.</returns>
    public static DateTimeOffset Instant(DateOnly date, TimeOnly time, TimeZoneInfo zone)
    {
        var local = date.ToDateTime(time, DateTimeKind.Unspecified);
        var offset = zone.IsInvalidTime(local) ? zone.GetUtcOffset(local.AddHours(-3))
            : zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max()
            : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
