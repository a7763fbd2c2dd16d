namespace IncidentBot.Domain.Language;

/// <summary>The length rules of everything that people type into a document or an action.</summary>
internal static class TextRule
{
    /// <summary>Refuses text that is empty or too long; the limit counts UTF-16 characters, as Slack's inputs do.</summary>
    public static Refusal? Required(string? text, int limit, string field, string whenEmpty) =>
        string.IsNullOrWhiteSpace(text) ? new Refusal(whenEmpty, field) : AtMost(text, limit, field);

    /// <summary>Refuses text that is too long; empty is fine.</summary>
    public static Refusal? AtMost(string? text, int limit, string field)
    {
        var length = Clean(text).Length;
        return length <= limit
            ? null
            : new Refusal($"That is {length} characters; at most {limit} fit here. Shorten it and save again.", field);
    }

    /// <summary>Refuses what is no absolute http or https address, or one that is too long; empty is fine.</summary>
    public static Refusal? WebAddress(string? text, int limit, string field, string otherwise)
    {
        var isWebAddress = Uri.TryCreate(CleanOrNull(text), UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
        return CleanOrNull(text) is not { } link || (isWebAddress && link.Length <= limit) ? null : new Refusal(otherwise, field);
    }

    /// <summary>The text as stored: trimmed.</summary>
    public static string Clean(string? text) => text?.Trim() ?? "";

    /// <summary>The text as stored, or null when nothing was written.</summary>
    public static string? CleanOrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
