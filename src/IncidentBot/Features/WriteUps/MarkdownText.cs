using System.Text;
using System.Text.RegularExpressions;

namespace IncidentBot.Features.WriteUps;

/// <summary>
/// Escapes what people typed for a Markdown file, so that it is shown as typed and can neither break a table nor begin a heading,
/// a list, a link or a tag (CommonMark, "Backslash escapes").
/// </summary>
internal static partial class MarkdownText
{
    private const string Special = "\\`*_[]<>|~&#";

    /// <summary>What GitHub, too, leaves out of an address at its end.</summary>
    private const string Trailing = "?!.,:;*_~`'\"";

    /// <summary>Text on one line that begins the line, such as a list item or a paragraph.</summary>
    public static string Start(string? text) => Line(text) is { Length: > 0 } line ? AtStart(line) : "";

    /// <summary>Text on one line that something precedes, such as a table cell or a heading.</summary>
    public static string Line(string? text) => Escape(OnOneLine(text));

    /// <summary>Paragraphs as typed, with their line breaks.</summary>
    public static string Paragraphs(string text) =>
        string.Join(
            "\n",
            text.ReplaceLineEndings("\n").Split('\n')
                .Select(line => line.Trim() is { Length: > 0 } written ? AtStart(Escape(written)) + "  " : "")).TrimEnd();

    /// <summary>Parts with an empty line between them; empty ones are left out.</summary>
    public static string Joined(params IEnumerable<string> parts) => string.Join("\n\n", parts.Where(part => part.Length > 0));

    /// <summary>A list of points that are escaped already.</summary>
    public static string Points(IEnumerable<string> points) => string.Join('\n', points.Select(point => $"- {point}"));

    /// <summary>A link; only the label for any address but http and https.</summary>
    public static string Link(string label, string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? $"[{EscapeWords(OnOneLine(label))}](<{url.AbsoluteUri}>)"
            : Line(label);

    private static string OnOneLine(string? text) =>
        string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>
    /// Addresses are written as links: many renderers link bare addresses as they stand, and a backslash before an underscore would
    /// become part of the address.
    /// </summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        var done = 0;
        foreach (Match match in Address().Matches(text))
        {
            var typed = Trim(match.Value);
            if (LinkTo(typed) is { } link)
            {
                escaped.Append(EscapeWords(text[done..match.Index])).Append(link);
                done = match.Index + typed.Length;
            }
        }

        return escaped.Append(EscapeWords(text[done..])).ToString();
    }

    /// <summary>An address without its scheme can only be the label of a link; null for what is no address.</summary>
    private static string? LinkTo(string typed)
    {
        var isWhole = !typed.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
        var address = (isWhole ? typed : $"http://{typed}")
            .Replace("|", "%7C", StringComparison.Ordinal).Replace("\\", "%5C", StringComparison.Ordinal);
        return !Uri.TryCreate(address, UriKind.Absolute, out _) ? null
            : isWhole ? $"<{address}>"
            : $"[{EscapeWords(typed)}](<{address}>)";
    }

    private static string Trim(string address)
    {
        while (Trailing.Contains(address[^1], StringComparison.Ordinal) || IsUnbalanced(address))
        {
            address = address[..^1];
        }

        return address;
    }

    /// <summary>A closing bracket belongs to the address only if it was opened there.</summary>
    private static bool IsUnbalanced(string address) =>
        (address[^1] == ')' && address.Count(letter => letter == ')') > address.Count(letter => letter == '('))
        || (address[^1] == ']' && address.Count(letter => letter == ']') > address.Count(letter => letter == '['));

    private static string EscapeWords(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var character in text.Where(character => !char.IsControl(character)))
        {
            escaped.Append(Special.Contains(character, StringComparison.Ordinal) ? "\\" : "").Append(character);
        }

        return escaped.ToString();
    }

    /// <summary>"- ", "+ " and "1. " begin a list only at the start of a line.</summary>
    private static string AtStart(string line)
    {
        var digits = line.TakeWhile(char.IsAsciiDigit).Count();
        var isOrdered = digits > 0 && digits < line.Length && line[digits] is '.' or ')';
        return isOrdered ? line.Insert(digits, "\\") : line[0] is '-' or '+' or '=' ? "\\" + line : line;
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?:https?://|www\.)[^\s<>\p{Cc}]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Address();
}
