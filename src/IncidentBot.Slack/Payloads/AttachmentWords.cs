using System.Text.Json;

namespace IncidentBot.Slack.Payloads;

/// <summary>
/// The words in classic attachments ("Secondary message attachments"), which is how most monitoring apps still write their
/// alerts. Other apps fill them in as they like, so nothing about their shape is taken for granted.
/// </summary>
internal static class AttachmentWords
{
    private static readonly string[] Parts = ["pretext", "title", "text"];

    /// <summary>The readable text of attachments, line by line.</summary>
    public static string Of(JsonElement attachments) => attachments.ValueKind == JsonValueKind.Array
        ? string.Join('\n', attachments.EnumerateArray().Where(each => each.ValueKind == JsonValueKind.Object).SelectMany(Lines))
        : "";

    private static IEnumerable<string> Lines(JsonElement attachment)
    {
        List<string> lines = [.. Parts.Select(part => Read(attachment, part)).Concat(Fields(attachment)).Where(line => line.Length > 0)];
        return lines.Count > 0 ? lines : [.. new[] { Read(attachment, "fallback") }.Where(line => line.Length > 0)];
    }

    private static IEnumerable<string> Fields(JsonElement attachment) =>
        attachment.TryGetProperty("fields", out var fields) && fields.ValueKind == JsonValueKind.Array
            ? fields.EnumerateArray().Where(field => field.ValueKind == JsonValueKind.Object)
                .Select(field => string.Join(": ", new[] { Read(field, "title"), Read(field, "value") }.Where(part => part.Length > 0)))
            : [];

    private static string Read(JsonElement owner, string name) => owner.TryGetProperty(name, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!.Trim(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            _ => "",
        }
        : "";
}
