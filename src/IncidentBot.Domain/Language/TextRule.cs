namespace IncidentBot.Domain.Language;

/// <summary>The length rules of everything that people type into a document or an action.</summary>
internal static class TextRule
{
    /// <summary>Refuses text that is empty or too long; the limit counts UTF-16 characters, as Slack's inputs do.</summary>
    public static Refusal? Needed(string? text, int limit, string field, string whenEmpty) =>
        string.IsNullOrWhiteSpace(text) ? new Refusal(whenEmpty, field) : AtMost(text, limit, field);

    /// <summary>Refuses text that is too long; empty is fine.</summary>
    public static Refusal? AtMost(string? text, int limit, string field)
    {
        var length = Clean(text).Length;
        return length <= limit
            ? null
            : new Refusal($"That is {length} characters; at most {limit} fit here. Shorten it and save again.", field);
    }

    /// <summary>The text as stored: trimmed.</summary>
    public static string Clean(string? text) => text?.Trim() ?? "";

    /// <summary>The text as stored, or null when nothing was written.</summary>
    public static string? CleanOrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
