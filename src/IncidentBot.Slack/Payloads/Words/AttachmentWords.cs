using System.Text.Json;
using System.Text.RegularExpressions;

namespace IncidentBot.Slack.Payloads;

/// <summary>
/// The words in attachments ("Secondary message attachments"): alerts of most monitoring apps, forwarded messages, and links that
/// Slack unfolds.
/// </summary>
internal static partial class AttachmentWords
{
    private static readonly string[] Parts = ["pretext", "title", "text"];

    /// <summary>The readable text of attachments, line by line, without what the message itself has said.</summary>
    public static string Of(JsonElement attachments, string own)
    {
        HashSet<string> said = [JsonWords.Key(own), .. own.Split('\n').Select(JsonWords.Key)];
        return JsonWords.Lines(JsonWords.Items(attachments).Where(each => each.ValueKind == JsonValueKind.Object)
            .Select(each => IsForward(each) ? Forward(each) : Plain(each, [.. said])));
    }

    /// <summary>A picture, perhaps without a word.</summary>
    public static bool IsImage(JsonElement attachment) => JsonWords.Read(attachment, "image_url").Length > 0;

    private static bool IsForward(JsonElement attachment) => JsonWords.IsTrue(attachment, "is_msg_unfurl")
        || JsonWords.IsTrue(attachment, "is_share") || JsonWords.Items(attachment, "message_blocks").Any();

    private static string Plain(JsonElement attachment, HashSet<string> said)
    {
        List<string> lines = [.. Parts.Select(part => JsonWords.Read(attachment, part)).Where(part => IsNew(part, said))];
        lines.AddRange(Fields(attachment));
        if (JsonWords.At(attachment, "blocks") is { } blocks && BlockWords.Of(blocks) is var shown && IsNew(shown, said))
        {
            lines.Add(shown);
        }

        return lines.Count > 0 ? JsonWords.Lines(lines) : Last(attachment, said);
    }

    /// <summary>
    /// A forwarded message, with who wrote it. Its blocks are only read where Slack sends no text, and its own attachments after them.
    /// </summary>
    private static string Forward(JsonElement attachment)
    {
        var messages = JsonWords.Items(attachment, "message_blocks")
            .Select(each => JsonWords.At(each, "message")).OfType<JsonElement>().ToList();
        var text = JsonWords.Read(attachment, "text") is { Length: > 0 } given ? given : JsonWords.Lines(messages.Select(Shown));
        List<string> nested = [.. messages.Append(attachment)
            .Select(each => JsonWords.At(each, "attachments")).OfType<JsonElement>().Select(each => Of(each, text))];
        var words = JsonWords.Lines([text, .. nested.Distinct(StringComparer.Ordinal)]);
        if (words.Length == 0)
        {
            words = Plain(attachment, []);
        }

        return words.Length > 0 && Author(attachment) is { Length: > 0 } author ? $"{author}: {words}" : words;
    }

    private static string Shown(JsonElement message) =>
        JsonWords.At(message, "blocks") is { } blocks && BlockWords.Of(blocks) is { Length: > 0 } shown
            ? shown
            : JsonWords.Read(message, "text");

    private static string Author(JsonElement attachment) =>
        JsonWords.Read(attachment, "author_name") is { Length: > 0 } name ? name
        : JsonWords.Read(attachment, "author_subname") is { Length: > 0 } subname ? subname
        : JsonWords.Read(attachment, "author_id") is { Length: > 0 } id && id.All(char.IsAsciiLetterOrDigit) ? $"<@{id}>"
        : "";

    /// <summary>What stands for an attachment without words: its files, or the line for screens that show no attachments.</summary>
    private static string Last(JsonElement attachment, HashSet<string> said)
    {
        var files = JsonWords.Items(attachment, "files").Select(NameOf).ToList();
        if (files.Count > 0)
        {
            return string.Join(", ", files);
        }

        var fallback = JsonWords.Read(attachment, "fallback");
        return IsNew(fallback, said) && !Placeholder().IsMatch(fallback) ? fallback : "";
    }

    private static string NameOf(JsonElement file) =>
        new[] { JsonWords.Read(file, "title"), JsonWords.Read(file, "name"), SlackFile.Nameless }.First(name => name.Length > 0);

    private static IEnumerable<string> Fields(JsonElement attachment) => JsonWords.Items(attachment, "fields")
        .Select(field => string.Join(
            ": ", new[] { JsonWords.Read(field, "title").TrimEnd(':'), JsonWords.Read(field, "value") }.Where(part => part.Length > 0)))
        .Where(line => line.Length > 0);

    private static bool IsNew(string words, HashSet<string> said) => words.Length > 0 && said.Add(JsonWords.Key(words));

    /// <summary>Slack fills in these where the app gave no fallback.</summary>
    [GeneratedRegex(@"^(\[no preview available\]|\d+x\d+px image)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Placeholder();
}
