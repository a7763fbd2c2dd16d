using System.Globalization;
using System.Text.Json;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Slack.Payloads;

/// <summary>The words in rich text, with mentions and links as the tokens that Slack writes into a message's text.</summary>
internal static class RichTextWords
{
    public static string Of(JsonElement block) => JsonWords.Lines(JsonWords.Items(block, "elements").Select(Paragraph));

    private static string Paragraph(JsonElement element) => JsonWords.Read(element, "type") switch
    {
        "rich_text_list" => List(element),
        "rich_text_quote" => string.Join('\n', Inline(element).Split('\n').Select(line => $"&gt; {line}")),
        _ => Inline(element),
    };

    private static string List(JsonElement list)
    {
        var indent = new string(' ', 4 * Number(list, "indent"));
        var isOrdered = JsonWords.Read(list, "style") == "ordered";
        var first = Number(list, "offset") + 1;
        return JsonWords.Lines(JsonWords.Items(list, "elements").Select((item, index) =>
            indent + (isOrdered ? string.Create(CultureInfo.InvariantCulture, $"{first + index}. ") : "• ") + Inline(item)));
    }

    private static int Number(JsonElement owner, string name) =>
        JsonWords.At(owner, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number)
            ? Math.Clamp(number, 0, 1000)
            : 0;

    private static string Inline(JsonElement element) => string.Concat(JsonWords.Items(element, "elements").Select(Leaf)).Trim();

    private static string Leaf(JsonElement leaf) => JsonWords.Read(leaf, "type") switch
    {
        "text" => JsonWords.Literal(Raw(leaf, "text")),
        "link" => Link(JsonWords.Read(leaf, "url"), JsonWords.Literal(JsonWords.Read(leaf, "text"))),
        "user" => Token("@", JsonWords.Read(leaf, "user_id"), "someone"),
        "usergroup" => Token("!subteam^", JsonWords.Read(leaf, "usergroup_id"), "a group"),
        "channel" => Token("#", JsonWords.Read(leaf, "channel_id"), "a channel"),
        "broadcast" => JsonWords.Read(leaf, "range") is "here" or "channel" or "everyone" ? $"<!{JsonWords.Read(leaf, "range")}>" : "",
        "emoji" => $":{JsonWords.Read(leaf, "name")}:",
        "date" => Date(leaf),
        "color" => JsonWords.Literal(JsonWords.Read(leaf, "value")),
        _ when JsonWords.At(leaf, "elements") is not null => Inline(leaf),
        _ => JsonWords.Literal(Raw(leaf, "text")),
    };

    /// <summary>Spaces around a styled word are part of the text.</summary>
    private static string Raw(JsonElement leaf, string name) =>
        JsonWords.At(leaf, name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";

    private static string Token(string sign, string id, string unknown) =>
        id.Length > 0 && id.All(char.IsAsciiLetterOrDigit) ? $"<{sign}{id}>" : unknown;

    private static string Link(string url, string label)
    {
        if (url.Length == 0)
        {
            return label;
        }

        var address = SlackText.Escape(SlackText.Unescape(url)).Replace("|", "%7C", StringComparison.Ordinal);
        return label.Length == 0 ? $"<{address}>" : $"<{address}|{label.Replace("\n", " ", StringComparison.Ordinal)}>";
    }

    private static string Date(JsonElement date) => JsonWords.Read(date, "fallback") is { Length: > 0 } fallback
        ? JsonWords.Literal(fallback)
        : $"<!date^{Number(JsonWords.Read(date, "timestamp"))}^{{date_short_pretty}} {{time}}>";

    private static long Number(string text) =>
        long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0;
}
