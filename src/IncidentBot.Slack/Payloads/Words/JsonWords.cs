using System.Text.Json;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Slack.Payloads;

/// <summary>Reads words from JSON that other apps filled in as they liked, so nothing about its shape is taken for granted.</summary>
internal static class JsonWords
{
    /// <summary>The objects and arrays of a list; none when it is no list.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement list) => list.ValueKind == JsonValueKind.Array
        ? list.EnumerateArray().Where(item => item.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
        : [];

    public static IEnumerable<JsonElement> Items(JsonElement owner, string name) => At(owner, name) is { } list ? Items(list) : [];

    public static JsonElement? At(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    /// <summary>A text, number or truth value as words; empty for anything else.</summary>
    public static string Read(JsonElement owner, string name) => At(owner, name) is { } value
        ? value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!.Trim(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            _ => "",
        }
        : "";

    public static bool IsTrue(JsonElement owner, string name) => At(owner, name) is { ValueKind: JsonValueKind.True };

    /// <summary>Text without markup, escaped once, whether or not Slack had escaped it.</summary>
    public static string Literal(string text) => SlackText.Escape(SlackText.Unescape(text));

    public static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Where(line => line.Length > 0));

    /// <summary>Whether two texts say the same, apart from markup, punctuation and spaces.</summary>
    public static bool IsSame(string one, string other) => Key(one) == Key(other);

    /// <summary>The letters and digits of a text; the text itself where it has none.</summary>
    public static string Key(string text)
    {
        var key = string.Concat(SlackText.Unescape(text).Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return key.Length > 0 ? key : text;
    }
}
