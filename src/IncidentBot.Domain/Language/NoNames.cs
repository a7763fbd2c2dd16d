using System.Text.RegularExpressions;

namespace IncidentBot.Domain.Language;

/// <summary>Causes, factors and learnings name systems, never people.</summary>
/// <remarks>
/// A mention is Slack's <c>&lt;@U…&gt;</c> (with or without a label) or a typed <c>@handle</c>. E-mail addresses, package names
/// such as <c>@types/node</c>, group mentions (<c>@channel</c>, <c>@here</c>, <c>@everyone</c>), accounts of products
/// (<see cref="ServiceAccounts"/>) and anything in backticks are not.
/// </remarks>
public static partial class NoNames
{
    /// <summary>Refuses text that mentions a person.</summary>
    /// <param name="text">What was written; null and empty are accepted.</param>
    /// <param name="field">The input to show the refusal under.</param>
    /// <returns>A refusal that says why and what to write instead; accepted otherwise.</returns>
    public static Result Check(string? text, string field)
    {
        if (string.IsNullOrEmpty(text))
        {
            return Result.Accepted;
        }

        var mention = Mention().Matches(Code().Replace(text, " ")).FirstOrDefault(mention => !ServiceAccounts.IsLikely(mention.Value));
        return mention is not null
            ? new Refusal(
                $"Leave out {mention.Value}. "
                + "Write the role or the part of the system instead (\"the on-call engineer\", \"the deploy job\").",
                field)
            : Result.Accepted;
    }

    /// <summary>Where a text mentions people; the caller leaves out code.</summary>
    internal static IEnumerable<(int Start, int End)> MentionsIn(string text) =>
        text.Contains('@', StringComparison.Ordinal)
            ? Mention().Matches(text).Select(mention => (mention.Index, mention.Index + mention.Length))
            : [];

    [GeneratedRegex(
        "<@[UW][A-Z0-9]+(?:\\|[^>]*)?>|(?<![\\w@./+-])@(?!(?:channel|here|everyone)\\b)[\\p{L}\\p{Nd}](?:[\\w.-]*\\w)?(?![\\w/])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mention();

    [GeneratedRegex("`[^`]*`", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Code();
}
