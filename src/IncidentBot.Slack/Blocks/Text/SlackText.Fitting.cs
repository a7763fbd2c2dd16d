using System.Globalization;

namespace IncidentBot.Slack.Blocks;

/// <content>
/// Fitting texts to Slack's limits, which count UTF-16 units on the wire. No cut goes through a character as a person sees it, an escaped
/// character or a token in angle brackets.
/// </content>
public static partial class SlackText
{
    private const string More = "…";

    private static readonly string[] Entities = ["&amp;", "&lt;", "&gt;"];

    /// <summary>Cuts a plain text to a length in UTF-16 units, never inside a character as a person sees it, and adds "…".</summary>
    /// <param name="text">Any text, unescaped.</param>
    /// <param name="maxLength">The longest result; at least 1.</param>
    /// <returns>The text, or its beginning and "…".</returns>
    public static string Truncate(string text, int maxLength)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength, 1);
        return text.Length <= maxLength ? text : Cut(text, EndWithin(text, 0, maxLength - More.Length, CharacterLength));
    }

    /// <summary>Cuts a text in Slack's escaping like <see cref="Truncate"/>; entities and tokens stay whole.</summary>
    internal static string Fit(string markup, int maxLength)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength, 1);
        var (end, last) = (0, maxLength - More.Length);
        foreach (var part in Parse(markup))
        {
            var next = end + part.Source.Length;
            if (next > last)
            {
                return Cut(markup, part.Kind == SlackTextKind.Text
                    ? end + EndWithin(part.Source, 0, last - end, EscapedCharacterLength)
                    : end);
            }

            end = next;
        }

        return markup;
    }

    private static string Cut(string text, int end) => text[..end].TrimEnd() + More;

    private static int EndWithin(string text, int start, int last, Func<string, int, int> lengthAt)
    {
        var end = start;
        while (end < text.Length && end + lengthAt(text, end) is var next && next <= last)
        {
            end = next;
        }

        return end;
    }

    private static int CharacterLength(string text, int start) => StringInfo.GetNextTextElementLength(text, start);

    /// <summary>An entity stands for one character; marks that follow it, or stand before it, belong to that character.</summary>
    private static int EscapedCharacterLength(string text, int start)
    {
        var end = start;
        var isEntity = false;
        do
        {
            end += EntityAt(text, end) is { } entity ? entity.Length - 1 : 0;
            end += CharacterLength(text, end);
            isEntity = EntityAt(text, end - 1) is not null;
            end -= isEntity ? 1 : 0;
        }
        while (isEntity);
        return end - start;
    }

    private static string? EntityAt(string text, int start) => Array.Find(
        Entities, entity => string.CompareOrdinal(text, start, entity, 0, entity.Length) == 0);
}
