namespace IncidentBot.Domain.Language;

/// <summary>The rules for texts that people type into a write-up or an action item: required, not too long, a web address.</summary>
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
            : new Refusal($"The text has {length} characters; at most {limit} fit. Shorten it and save again.", field);
    }

    /// <summary>Refuses anything but an absolute http or https address, and one that is too long; empty is fine.</summary>
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
