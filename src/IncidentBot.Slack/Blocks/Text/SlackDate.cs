using System.Globalization;

namespace IncidentBot.Slack.Blocks;

/// <summary>Slack's date tokens: an instant that every reader sees in the zone of their device ("Date formatting").</summary>
public static class SlackDate
{
    /// <summary>"Jan 26, 2026 at 2:05 PM": a fixed date, because a message that says "today" is read tomorrow as well.</summary>
    public const string ShortWithTime = "{date_short} at {time}";

    /// <summary>"Jan 26, 2026": the day alone.</summary>
    public const string Day = "{date_short}";

    /// <summary>The token of an instant, with UTC for e-mail, push and old clients.</summary>
    /// <param name="instant">The instant; Slack takes whole seconds.</param>
    /// <param name="format">Slack's tokens, such as <see cref="ShortWithTime"/>.</param>
    /// <returns>"&lt;!date^unix^format|fallback&gt;".</returns>
    public static string Format(DateTimeOffset instant, string format = ShortWithTime) =>
        string.Create(CultureInfo.InvariantCulture, $"<!date^{instant.ToUnixTimeSeconds()}^{format}|{Utc(instant)}>");

    /// <summary>An instant in UTC, for where Slack does not convert (headers, buttons, titles).</summary>
    /// <param name="instant">The instant.</param>
    /// <returns>"2026-01-26 12:00 UTC".</returns>
    public static string Utc(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
