using System.Globalization;
using System.Text;

namespace IncidentBot.Slack.Endpoints;

/// <summary>
/// Replaces what no text can hold, at the edge where text comes in: NUL, which PostgreSQL refuses, and halves of surrogate
/// pairs, which a JSON escape can spell and .NET cannot read. Both become U+FFFD, as everywhere where text is mended.
/// </summary>
public static class UsableText
{
    private const string Replacement = "\\ufffd";
    private const int EscapeLength = 6;

    /// <summary>Mends a form's field.</summary>
    /// <param name="text">As it was decoded.</param>
    /// <returns>The same without what no text can hold.</returns>
    public static string Of(string text) => text.Replace('\0', '\ufffd');

    /// <summary>Cleans a JSON text, in which these characters can only occur as escapes.</summary>
    /// <param name="json">The JSON as Slack sent it; other errors in it remain.</param>
    /// <returns>The same JSON with U+FFFD in their place.</returns>
    public static string OfJson(string json)
    {
        if (!json.Contains("\\u0000", StringComparison.Ordinal) && !json.Contains("\\ud", StringComparison.OrdinalIgnoreCase))
        {
            return json;
        }

        var mended = new StringBuilder(json.Length);
        for (var at = 0; at < json.Length;)
        {
            var (length, isUsable) = json[at] == '\\' ? Escape(json, at) : (1, true);
            length = Math.Min(length, json.Length - at);
            mended.Append(isUsable ? json.AsSpan(at, length) : Replacement);
            at += length;
        }

        return mended.ToString();
    }

    /// <summary>How long the escape is that begins here, with its other half, and whether it can be kept.</summary>
    private static (int Length, bool IsUsable) Escape(string json, int at) => Unit(json, at) switch
    {
        null => (2, true),
        '\0' => (EscapeLength, false),
        { } high when char.IsHighSurrogate(high) => Unit(json, at + EscapeLength) is { } low && char.IsLowSurrogate(low)
            ? (2 * EscapeLength, true)
            : (EscapeLength, false),
        { } unit => (EscapeLength, !char.IsLowSurrogate(unit)),
    };

    /// <summary>The UTF-16 unit that a \u escape at this place spells; null when there is none.</summary>
    private static char? Unit(string json, int at) =>
        at + EscapeLength <= json.Length && json[at] == '\\' && json[at + 1] == 'u'
        && ushort.TryParse(json.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;
}
