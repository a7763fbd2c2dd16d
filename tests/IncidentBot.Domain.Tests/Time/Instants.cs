using System.Globalization;

namespace IncidentBot.Domain.Tests.Time;

/// <summary>Reads instants and days as tests write them.</summary>
internal static class Instants
{
    /// <summary>"2026-03-02 14:00" or with seconds, in UTC.</summary>
    public static DateTimeOffset Utc(string text) =>
        DateTimeOffset.ParseExact(
            text, ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>"2026-03-02".</summary>
    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>"2026-03-02 14:00", as the reports of failing tests print it.</summary>
    public static string Text(DateTimeOffset instant) =>
        instant.ToUniversalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
