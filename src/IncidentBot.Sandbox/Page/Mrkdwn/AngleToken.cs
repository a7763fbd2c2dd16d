using System.Globalization;

namespace IncidentBot.Sandbox.Page.Mrkdwn;

/// <summary>The token between &lt; and &gt;.</summary>
internal static class AngleToken
{
    /// <summary>Null when it is nothing that Slack knows: then it is shown as it was written.</summary>
    public static MrkdwnNode? Read(string inner)
    {
        var bar = inner.IndexOf('|', StringComparison.Ordinal);
        var target = bar < 0 ? inner : inner[..bar];
        var label = bar < 0 || bar == inner.Length - 1 ? null : InlineParser.Decode(inner[(bar + 1)..]);
        return target switch
        {
            ['@', .. { Length: > 0 } user] => new MentionNode("user", user, label),
            ['#', .. { Length: > 0 } channel] => new MentionNode("channel", channel, label),
            ['!', .. var special] => Special(special, label),
            _ when IsSafe(InlineParser.Decode(target)) => Link(InlineParser.Decode(target), label),
            _ => null,
        };
    }

    private static LinkNode Link(string url, string? label) =>
        new(url, label ?? (url.StartsWith("mailto:", StringComparison.Ordinal) ? url["mailto:".Length..] : url));

    private static MrkdwnNode? Special(string special, string? label)
    {
        var parts = special.Split('^');
        return parts[0] switch
        {
            "here" or "channel" or "everyone" => new MentionNode("everyone", parts[0], label),
            "subteam" when parts.Length > 1 => new MentionNode("group", parts[1], label),
            "date" when parts.Length > 2
            && long.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var timestamp) =>
                new DateNode(timestamp, parts[2], parts.Length > 3 && IsSafe(parts[3]) ? parts[3] : null, label ?? ""),
            _ => null,
        };
    }

    private static bool IsSafe(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto" or "slack";
}
