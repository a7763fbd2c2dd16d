using System.Text;

namespace IncidentBot.Slack.Blocks;

/// <summary>Slack's text: escaping, the tokens in angle brackets, and cutting to a length ("Formatting message text").</summary>
public static partial class SlackText
{
    /// <summary>Escapes the three characters with a meaning; nothing else.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The text as Slack wants it in mrkdwn.</returns>
    public static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>Undoes Slack's escaping, once.</summary>
    /// <param name="text">A text from Slack.</param>
    /// <returns>The text as it was typed.</returns>
    public static string Unescape(string text) => text
        .Replace("&lt;", "<", StringComparison.Ordinal)
        .Replace("&gt;", ">", StringComparison.Ordinal)
        .Replace("&amp;", "&", StringComparison.Ordinal);

    /// <summary>Splits a text from Slack into plain runs and the tokens in angle brackets.</summary>
    /// <param name="text">A text from Slack.</param>
    /// <returns>The parts in order; together they are the whole text.</returns>
    public static IReadOnlyList<SlackTextPart> Parse(string text) => SlackTextPart.Split(text);

    /// <summary>
    /// A text from Slack as a person would read it: labels and addresses of links, names where Slack sent them, never an id.
    /// </summary>
    /// <param name="text">A text from Slack.</param>
    /// <returns>Plain text, unescaped.</returns>
    public static string Plain(string text) => string.Concat(Parse(text).Select(part => part.Plain));

    /// <summary>The user ids that a text mentions, each once, in order.</summary>
    /// <param name="text">A text from Slack.</param>
    /// <returns>The ids.</returns>
    public static IReadOnlyList<string> MentionedUsers(string text) =>
        [.. Parse(text).Where(part => part.Kind == SlackTextKind.User).Select(part => part.Target).Distinct(StringComparer.Ordinal)];

    internal static string WithoutBroadcasts(string slackText)
    {
        var markup = new StringBuilder(slackText.Length);
        foreach (var part in Parse(slackText))
        {
            markup.Append(IsHarmless(part) ? part.Source
                : part.Kind == SlackTextKind.Link ? Escape(part.Label ?? part.Target)
                : Escape(part.Plain));
        }

        return markup.ToString();
    }

    internal static string Link(string url, string label)
    {
        var shown = LiteralWithoutTokens(label).Replace("\n", " ", StringComparison.Ordinal);
        return Address(url) is { } address
            ? $"<{Escape(address.AbsoluteUri).Replace("|", "%7C", StringComparison.Ordinal)}|{shown}>"
            : shown;
    }

    /// <summary>An id is letters and digits; anything else would be a way out of the angle brackets.</summary>
    internal static string Id(string id) =>
        IsId(id) ? id : throw new ArgumentException("A Slack id consists of letters and digits.", nameof(id));

    internal static bool IsId(string id) => id.Length > 0 && id.All(char.IsAsciiLetterOrDigit);

    private static Uri? Address(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" or "mailto" ? address : null;

    /// <summary>A token that pings no one but the person it names, and that has no other token inside it.</summary>
    private static bool IsHarmless(SlackTextPart part) => !part.Source[1..].Contains('<', StringComparison.Ordinal) && part.Kind switch
    {
        SlackTextKind.User or SlackTextKind.Channel => IsId(part.Target),
        SlackTextKind.Link => Address(part.Target) is not null,
        SlackTextKind.Date => true,
        _ => false,
    };
}
