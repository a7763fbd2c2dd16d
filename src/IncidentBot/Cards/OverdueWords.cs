using IncidentBot.Slack.Blocks;

namespace IncidentBot.Cards;

/// <summary>How long something is overdue, the same everywhere.</summary>
internal static class OverdueWords
{
    private const int DaysShown = 21;

    /// <summary>":warning: *10 weeks overdue* (due Dec 3)".</summary>
    public static Mrkdwn Of(DateTimeOffset since, DateTimeOffset now) =>
        Mrkdwn.Text($":warning: *{Age(now - since)} overdue* (due {Mrkdwn.Date(since)})");

    /// <summary>"3 days", and from three weeks on "3 weeks".</summary>
    public static string Age(TimeSpan age) => age.TotalDays switch
    {
        >= DaysShown => $"{(int)(age.TotalDays / 7)} weeks",
        >= 2 => $"{(int)age.TotalDays} days",
        >= 1 => "1 day",
        _ when age.TotalHours >= 2 => $"{(int)age.TotalHours} hours",
        _ when age.TotalHours >= 1 => "1 hour",
        _ => $"{Math.Max(1, (int)age.TotalMinutes)} min",
    };
}
