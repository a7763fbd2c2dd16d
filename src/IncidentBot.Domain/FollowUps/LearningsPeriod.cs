using System.Globalization;

namespace IncidentBot.Domain.FollowUps;

/// <summary>The period whose learnings someone takes into a retrospective.</summary>
public static class LearningsPeriod
{
    /// <summary>The period if no one types one.</summary>
    public const int UsualDays = 30;

    /// <summary>The longest period.</summary>
    public const int MostDays = 365;

    /// <summary>Reads a period as people type it: "30d", "2w", "3 weeks", "90".</summary>
    /// <param name="text">What was typed; empty for the usual period.</param>
    /// <returns>The number of days; null when it isn't a period between 1 and <see cref="MostDays"/> days.</returns>
    public static int? Days(string text)
    {
        var typed = text.Trim().ToLowerInvariant();
        if (typed.Length == 0)
        {
            return UsualDays;
        }

        var digits = typed.TakeWhile(char.IsAsciiDigit).Count();
        var unit = typed[digits..].Trim() switch
        {
            "" or "d" or "day" or "days" => 1,
            "w" or "week" or "weeks" => 7,
            _ => 0,
        };
        return int.TryParse(typed[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && (long)count * unit is >= 1 and <= MostDays and var days
                ? (int)days
                : null;
    }
}
