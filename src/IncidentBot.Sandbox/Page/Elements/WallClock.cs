namespace IncidentBot.Sandbox.Page.Elements;

/// <summary>Date and time in a person's time zone, as browsers' pickers show them.</summary>
internal static class WallClock
{
    public static DateTime Write(DateTimeOffset instant, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(instant, zone).DateTime;

    /// <summary>A time that the zone skips in spring is read as one hour later.</summary>
    public static DateTimeOffset? Read(DateTime? picked, TimeZoneInfo zone)
    {
        if (picked is not { } wall)
        {
            return null;
        }

        var valid = zone.IsInvalidTime(wall) ? wall.AddHours(1) : wall;
        return new DateTimeOffset(valid, zone.GetUtcOffset(valid));
    }
}
