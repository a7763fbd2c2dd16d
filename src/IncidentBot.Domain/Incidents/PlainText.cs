using System.Globalization;

namespace IncidentBot.Domain.Incidents;

/// <summary>What people may type where plain text is asked for. Lengths are in UTF-16 characters, as Slack counts them.</summary>
internal static class PlainText
{
    public static Result<string> OneLine(string? text, int limit, string field, string name) =>
        MultiLine(
            string.Join(' ', Visible(text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), limit, field, name);

    public static Result<string> MultiLine(string? text, int limit, string field, string name)
    {
        var trimmed = (text ?? "").Trim();
        return trimmed.Length switch
        {
            0 => new Refusal($"{name} is missing.", field),
            var length when length > limit =>
                new Refusal(string.Create(CultureInfo.InvariantCulture, $"{name} has {length} characters; the limit is {limit}."), field),
            _ => trimmed,
        };
    }

    /// <summary>Like <see cref="OneLine"/>, but empty input is accepted and yields an empty text.</summary>
    public static Result<string> OptionalLine(string? text, int limit, string field, string name) =>
        string.IsNullOrWhiteSpace(Visible(text ?? "")) ? "" : OneLine(text, limit, field, name);

    /// <summary>
    /// The text without marks that turn the writing direction or take no space: they come along when people paste, hide what a line
    /// says and keep it from being found.
    /// </summary>
    public static string Visible(string text) =>
        string.Concat(text.Where((letter, index) => !IsInvisible(letter) && !(IsJoiner(letter) && !JoinsSomething(text, index))));

    private static bool IsInvisible(char letter) =>
        (char.IsControl(letter) && !char.IsWhiteSpace(letter))
        || letter is '\u00AD' or '\u061C' or '\u180E' or '\u200B' or '\u200E' or '\u200F' or '\uFEFF'
            or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2069');

    private static bool IsJoiner(char letter) => letter is '\u200C' or '\u200D';

    /// <summary>Joiners belong inside emoji and inside words of some languages, never beside a blank or a Latin letter.</summary>
    private static bool JoinsSomething(string text, int index) =>
        index > 0 && index < text.Length - 1 && IsJoined(text[index - 1]) && IsJoined(text[index + 1]);

    private static bool IsJoined(char letter) =>
        !char.IsAscii(letter) && !char.IsWhiteSpace(letter) && !IsInvisible(letter) && !IsJoiner(letter);

    /// <summary>As much of a text as fits, without splitting a character as a person sees it.</summary>
    public static string Cut(string text, int limit)
    {
        if (text.Length <= limit)
        {
            return text;
        }

        var end = 0;
        while (end + StringInfo.GetNextTextElementLength(text, end) is var next && next <= limit)
        {
            end = next;
        }

        return text[..end];
    }

    public static string Instant(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
