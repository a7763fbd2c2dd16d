using System.Text.RegularExpressions;
using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.People;

/// <summary>Turns typed text into Slack's format: escaped entities, and markup for @names, #channels and links.</summary>
internal sealed partial class TypedText(Workspace workspace)
{
    /// <summary>In commands a mention carries the name too: &lt;@U…|maya&gt;.</summary>
    public string Escape(string typed, bool withNames = false)
    {
        var text = typed.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);
        text = Link().Replace(text, m => $"<{m.Value}>");
        text = Channel().Replace(text, m => workspace.Channels.Find(m.Groups["name"].Value) is { } channel
            ? $"<#{channel.Id}|{(channel.IsPrivate ? "" : channel.Name)}>"
            : m.Value);
        return Mention().Replace(text, m => Mentioned(m.Groups["name"].Value, withNames) ?? m.Value);
    }

    private string? Mentioned(string name, bool withNames) => name switch
    {
        "here" or "channel" or "everyone" => $"<!{name}>",
        _ when workspace.Users.Find(name) is { } user => withNames ? $"<@{user.Id}|{user.Name}>" : $"<@{user.Id}>",
        _ when workspace.Users.Groups.FirstOrDefault(g => g.Handle == name) is { } group => $"<!subteam^{group.Id}|@{group.Handle}>",
        _ => null,
    };

    [GeneratedRegex(@"(?<![\w@<])@(?<name>[a-z][\w.-]*\w|[a-z])", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mention();

    [GeneratedRegex(@"(?<![\w#&])#(?<name>[a-z0-9][\w-]*)", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Channel();

    [GeneratedRegex(@"https?://[^\s<>|]+", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
