using System.Text;
using System.Text.RegularExpressions;

namespace IncidentBot.Slack.Blocks;

/// <content>
/// Text of a person, shown literally. Slack has no escape for the marks of bold, italic, struck through and code, but it shows the
/// fallback of a date that it can't format as plain text. A zero-width space would do the opposite: it ends a word, and begins formatting.
/// </content>
public static partial class SlackText
{
    private const string Marks = "*_~`";

    /// <summary>Inside the label of a link there can be no date; these only look like the marks.</summary>
    private const string LookAlikes = "\u2217\u02CD\u223C\u02CB";

    /// <summary>A text with more marks, such as a pasted log, would outgrow its block.</summary>
    private const int MostGrowth = 1000;

    /// <summary>Escapes a text so that Slack shows it as typed: nothing in it is a token, and no mark in it formats anything.</summary>
    internal static string Literal(string text)
    {
        var escaped = Escape(text);
        var literal = Marked(escaped, mark => $"<!date^00000000^{{_}}|{mark}>");
        return literal.Length - escaped.Length <= MostGrowth ? literal : LiteralWithoutTokens(text);
    }

    /// <summary>The same for places that allow no tokens: the label of a link, the topic of a channel.</summary>
    /// <param name="text">Any text, unescaped.</param>
    /// <returns>The text, with look-alikes for the marks that would format something.</returns>
    public static string LiteralWithoutTokens(string text) =>
        Marked(Escape(text), mark => LookAlikes[Marks.IndexOf(mark, StringComparison.Ordinal)].ToString());

    /// <summary>In code, Slack reads no marks but backticks.</summary>
    internal static string InCode(string text) => Escape(text).Replace('`', LookAlikes[^1]);

    private static string Marked(string text, Func<char, string> write)
    {
        if (text.AsSpan().IndexOfAny(Marks) < 0)
        {
            return text;
        }

        var addresses = Addresses().Matches(text);
        var written = new StringBuilder(text.Length + 32);
        for (var at = 0; at < text.Length; at++)
        {
            var isMark = Marks.Contains(text[at], StringComparison.Ordinal) && Formats(text, at)
                && !addresses.Any(address => address.Index <= at && at < address.Index + address.Length);
            written.Append(isMark ? write(text[at]) : text[at].ToString());
        }

        return written.ToString();
    }

    /// <summary>Marks hug words: those inside a word and those between two spaces format nothing.</summary>
    private static bool Formats(string text, int at)
    {
        if (text[at] == '`' || at == 0 || at == text.Length - 1)
        {
            return true;
        }

        var (before, after) = (text[at - 1], text[at + 1]);
        var opens = !char.IsWhiteSpace(after) && !char.IsLetterOrDigit(before);
        var closes = !char.IsWhiteSpace(before) && !char.IsLetterOrDigit(after);
        return opens || closes;
    }

    /// <summary>Slack links addresses itself; a token inside would break them.</summary>
    [GeneratedRegex(@"https?://[^\s<>|`]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Addresses();
}
