using System.Globalization;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Which incident to link, and how: "7", "#7 follow-up", "follow-up of 7".</summary>
internal sealed record LinkWords(int Other, bool IsFollowUp)
{
    private static readonly string[] FollowUps = ["follow-up", "followup"];
    private static readonly string[] Fillers = ["to", "with", "of", "from", "as", "a", "incident"];

    /// <summary>Null when there is no number, more than one, or a word that isn't known.</summary>
    public static LinkWords? Read(string text)
    {
        var words = text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Except(Fillers, StringComparer.Ordinal).ToList();
        var isFollowUp = words.RemoveAll(FollowUps.Contains) > 0;
        return words is [var number] && int.TryParse(number.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var other)
            ? new LinkWords(other, isFollowUp)
            : null;
    }
}
