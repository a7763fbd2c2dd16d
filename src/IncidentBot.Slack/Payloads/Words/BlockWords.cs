using System.Text.Json;
using System.Text.RegularExpressions;

namespace IncidentBot.Slack.Payloads;

/// <summary>The words in blocks ("Block Kit"); the labels of buttons and inputs are not among them.</summary>
internal static partial class BlockWords
{
    private static readonly string[] TextMembers = ["title", "subtitle", "text", "body", "description", "details", "output"];
    private static readonly string[] ListMembers = ["blocks", "child_blocks", "elements", "cards", "tasks"];

    public static string Of(JsonElement blocks) => JsonWords.Lines(JsonWords.Items(blocks).Select(Block));

    /// <summary>True when a person typed the blocks; Slack then writes the same words into the text.</summary>
    public static bool OnlyTyped(JsonElement blocks) => JsonWords.Items(blocks).All(block => TypeOf(block) == "rich_text");

    /// <summary>True when no block but images has words.</summary>
    public static bool OnlyImages(JsonElement blocks) =>
        JsonWords.Items(blocks).All(block => TypeOf(block) == "image" || Block(block).Length == 0);

    private static string Block(JsonElement block) => TypeOf(block) switch
    {
        "section" => JsonWords.Lines([TextAt(block, "text"), .. JsonWords.Items(block, "fields").Select(TextOf)]),
        "header" => TextAt(block, "text"),
        "context" => Context(block),
        "image" => Image(block),
        "rich_text" => RichTextWords.Of(block),
        "table" or "data_table" => JsonWords.Lines(JsonWords.Items(block, "rows").Select(Row)),
        "markdown" => Markdown(JsonWords.Read(block, "text")),
        "call" => JsonWords.At(block, "call") is { } call && JsonWords.At(call, "v1") is { } first
            ? JsonWords.Literal(JsonWords.Read(first, "name"))
            : "",
        "actions" or "input" or "context_actions" or "divider" or "file" => "",
        _ => Unknown(block),
    };

    private static string TypeOf(JsonElement block) => JsonWords.Read(block, "type");

    /// <summary>Pictures beside text are decoration.</summary>
    private static string Context(JsonElement block)
    {
        var elements = JsonWords.Items(block, "elements").ToList();
        var texts = elements.Where(each => TypeOf(each) != "image").Select(TextOf).Where(text => text.Length > 0).ToList();
        return texts.Count > 0 ? string.Join(' ', texts) : string.Join(' ', elements.Select(Image).Where(text => text.Length > 0));
    }

    private static string Image(JsonElement image)
    {
        var (title, alt) = (TextAt(image, "title"), JsonWords.Literal(JsonWords.Read(image, "alt_text")));
        return title.Length > 0 && JsonWords.IsSame(title, alt) ? title : JsonWords.Lines([title, alt]);
    }

    private static string Row(JsonElement row) => string.Join(" | ", JsonWords.Items(row).Select(Cell));

    private static string Cell(JsonElement cell) => TypeOf(cell) switch
    {
        "rich_text" => RichTextWords.Of(cell).Replace('\n', ' '),
        "raw_number" => JsonWords.Read(cell, "text") is { Length: > 0 } shown ? shown : JsonWords.Read(cell, "value"),
        _ => JsonWords.Literal(JsonWords.Read(cell, "text")),
    };

    /// <summary>Blocks that Slack adds later keep their words under one of a few names; what has an action is a control.</summary>
    private static string Unknown(JsonElement block) => JsonWords.At(block, "action_id") is not null
        ? ""
        : JsonWords.Lines(
            [
                .. TextMembers.Select(member => TextAt(block, member)),
                .. ListMembers.SelectMany(member => JsonWords.Items(block, member)).Select(Block),
            ]);

    private static string TextAt(JsonElement owner, string name) => JsonWords.At(owner, name) is not { } text ? ""
        : text.ValueKind == JsonValueKind.Object ? TextOf(text)
        : JsonWords.Literal(JsonWords.Read(owner, name));

    /// <summary>A text object; plain text is shown as it is, so its special characters are escaped.</summary>
    private static string TextOf(JsonElement text) => TypeOf(text) switch
    {
        "rich_text" => RichTextWords.Of(text),
        "mrkdwn" => JsonWords.Read(text, "text"),
        _ => JsonWords.Literal(JsonWords.Read(text, "text")),
    };

    private static string Markdown(string markdown)
    {
        var escaped = JsonWords.Literal(markdown);
        return Emphasis().Replace(Heading().Replace(MarkdownLink().Replace(escaped, "<${url}|${label}>"), ""), "${words}");
    }

    [GeneratedRegex(@"!?\[(?<label>[^\]\n]+)\]\((?<url>(https?|mailto):[^\s)|]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MarkdownLink();

    [GeneratedRegex(@"^#{1,6} +", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\*\*(?<words>[^*\n]+)\*\*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Emphasis();
}
