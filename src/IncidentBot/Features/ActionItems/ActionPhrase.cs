using System.Text.RegularExpressions;
using IncidentBot.Domain;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Features.ActionItems;

/// <summary>What someone typed after <c>/incident action</c>: a text, perhaps a mention, and perhaps a date after the last "by".</summary>
internal sealed partial record ActionPhrase(string Text, PersonId? Owner, string? Due)
{
    /// <summary>Reads "Alert on the queue's age @ben by friday"; the mention may also come last.</summary>
    /// <param name="typed">The words, escaped as Slack sends them.</param>
    public static ActionPhrase Read(string typed)
    {
        var parts = SlackText.Parse(typed);
        var owner = parts.LastOrDefault(part => part.Kind == SlackTextKind.User);
        var rest = Spaces().Replace(string.Concat(parts.Where(part => part != owner).Select(part => part.Plain)), " ").Trim();
        var by = ByDay().Match(rest);
        var who = owner is null ? default(PersonId?) : new PersonId(owner.Target);
        return by.Success
            ? new ActionPhrase(rest[..by.Index].Trim(), who, by.Groups["day"].Value)
            : new ActionPhrase(rest, who, null);
    }

    [GeneratedRegex(@"(?:^| )by (?<day>(?:(?! by ).)+)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex ByDay();

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Spaces();
}
