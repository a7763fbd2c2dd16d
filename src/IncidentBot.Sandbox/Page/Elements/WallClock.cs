using System.Globalization;

namespace IncidentBot.Sandbox.Page.Elements;

/// <summary>Date and time as browsers' pickers write them, in somebody's zone.</summary>
internal static class WallClock
{
    private const string Pattern = "yyyy-MM-dd'T'HH:mm";

    public static string Write(DateTimeOffset instant, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString(Pattern, CultureInfo.InvariantCulture);

    /// <summary>An hour that the zone skips in spring is read as the hour after it.</summary>
    public static DateTimeOffset? Read(string? text, TimeZoneInfo zone)
    {
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall))
        {
            return null;
        }

        var valid = zone.IsInvalidTime(wall) ? wall.AddHours(1) : wall;
        return new DateTimeOffset(valid, zone.GetUtcOffset(valid));
    }
}
