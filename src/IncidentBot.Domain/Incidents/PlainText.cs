using System.Globalization;

namespace IncidentBot.Domain.Incidents;

/// <summary>What people may type where plain text is asked for. Lengths are in UTF-16 characters, as Slack counts them.</summary>
internal static class PlainText
{
    public static Result<string> OneLine(string? text, int limit, string field, string name) =>
        MultiLine(string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), limit, field, name);

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
        string.IsNullOrWhiteSpace(text) ? "" : OneLine(text, limit, field, name);

    /// <summary>As much of a text as fits, without splitting a surrogate pair.</summary>
    public static string Cut(string text, int limit)
    {
        if (text.Length <= limit)
        {
            return text;
        }

        return text[..(char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit)];
    }

    public static string Instant(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
