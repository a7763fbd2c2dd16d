using System.Globalization;
using IncidentBot.Domain.Time;

namespace IncidentBot.Web;

/// <summary>Times as one reader sees them: on their own clock, in the words that Slack uses.</summary>
/// <param name="Zone">Their time zone.</param>
/// <param name="ZoneName">What it is called.</param>
internal sealed record ReaderTime(TimeZoneInfo Zone, string ZoneName)
{
    /// <summary>"Tue 3 Mar 2026, 10:05".</summary>
    public string Full(DateTimeOffset at) => Format(at, "ddd d MMM yyyy, HH:mm");

    /// <summary>"Tue 3 Mar 2026".</summary>
    public string Day(DateTimeOffset at) => Format(at, "ddd d MMM yyyy");

    /// <summary>"3 Mar".</summary>
    public string DayOnly(DateTimeOffset at) => Format(at, "d MMM");

    /// <summary>"10:05".</summary>
    public string Clock(DateTimeOffset at) => Format(at, "HH:mm");

    /// <summary>"3 Mar, 10:05": where the year is clear.</summary>
    public string Short(DateTimeOffset at) => Format(at, "d MMM, HH:mm");

    public static string Day(DateOnly day) => day.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>For programs that read the page.</summary>
    public static string Machine(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>"Europe/Stockholm, UTC+1".</summary>
    public string ZoneAt(DateTimeOffset at)
    {
        var offset = Zone.GetUtcOffset(at);
        var hours = offset.Duration().ToString(offset.Minutes == 0 ? "%h" : "h\\:mm", CultureInfo.InvariantCulture);
        return offset == TimeSpan.Zero ? (ZoneName == "UTC" ? "UTC" : $"{ZoneName}, UTC")
            : ZoneName.StartsWith("UTC", StringComparison.Ordinal) ? ZoneName
            : $"{ZoneName}, UTC{(offset < TimeSpan.Zero ? "−" : "+")}{hours}";
    }

    private string Format(DateTimeOffset at, string format) =>
        Zones.ToWall(at, Zone).ToString(format, CultureInfo.InvariantCulture);
}
