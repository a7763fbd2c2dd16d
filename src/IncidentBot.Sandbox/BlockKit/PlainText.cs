using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.BlockKit;

/// <summary>Blocks and mrkdwn as a reader sees them: one line per block, [buttons] in brackets, names for ids.</summary>
internal sealed partial class PlainText(Workspace workspace)
{
    public string Of(Surface surface)
    {
        var lines = new StringBuilder();
        if (surface is View view && view.Title.Length > 0)
        {
            lines.AppendLine(view.Title);
        }

        if (surface is Message message && (surface.Blocks.GetArrayLength() == 0 || message.BotId is null))
        {
            return Mrkdwn(message.Text);
        }

        foreach (var block in surface.Blocks.EnumerateArray())
        {
            var line = Block(block);
            if (line.Length > 0)
            {
                lines.Append(line).Append('\n');
            }
        }

        return lines.ToString().TrimEnd().ReplaceLineEndings("\n");
    }

    /// <summary>Mentions, links and dates in words; the three entities decoded.</summary>
    public string Mrkdwn(string text) =>
        Angle().Replace(text, match => Spoken(match.Groups["inner"].Value))
            .Replace("&lt;", "<", StringComparison.Ordinal)
            .Replace("&gt;", ">", StringComparison.Ordinal)
            .Replace("&amp;", "&", StringComparison.Ordinal);

    private string Spoken(string inner)
    {
        var bar = inner.IndexOf('|', StringComparison.Ordinal);
        var (target, label) = bar < 0 ? (inner, null) : (inner[..bar], inner[(bar + 1)..]);
        return target switch
        {
            ['@', .. var user] => "@" + (workspace.Users.ById(user)?.Name ?? label ?? user),
            ['#', .. var channel] => "#" + (workspace.Channels.Find(channel)?.Name ?? label ?? channel),
            _ when target.StartsWith("!subteam^", StringComparison.Ordinal) =>
                "@" + (workspace.Users.Groups.FirstOrDefault(g => g.Id == target["!subteam^".Length..])?.Handle ?? label ?? target),
            ['!', .. var special] when !special.StartsWith("date^", StringComparison.Ordinal) => "@" + special,
            _ => label ?? target,
        };
    }

    private string Block(JsonElement block) => block.Text("type") switch
    {
        "header" => TextOf(block.At("text")),
        "section" =>
            Join("\n", [TextOf(block.At("text")), .. block.Items("fields").Select(f => TextOf(f)), Element(block.At("accessory"))]),
        "context" => Join(" ", block.Items("elements").Select(e => e.Text("type") == "image" ? e.Text("alt_text") ?? "" : TextOf(e))),
        "actions" or "context_actions" => Join(" ", block.Items("elements").Select(e => Element(e))),
        "input" => Join(" ", [TextOf(block.At("label")) + ":", Element(block.At("element"))]),
        "divider" => "---",
        "image" => block.Text("alt_text") ?? "",
        "markdown" => block.Text("text") ?? "",
        "table" => Join("\n", block.Items("rows").Select(r => string.Join(" | ", r.EnumerateArray().Select(Rich)))),
        "rich_text" => Rich(block),
        _ => "",
    };

    private string Element(JsonElement? maybe)
    {
        if (maybe is not { } element)
        {
            return "";
        }

        var label = TextOf(element.At("text") ?? element.At("placeholder"));
        return label.Length == 0 ? "" : $"[{label}]";
    }

    private string TextOf(JsonElement? text) => text is not { } value ? ""
        : value.Text("type") == "mrkdwn" ? Mrkdwn(value.Text("text") ?? "")
        : value.Text("text") ?? "";

    private string Rich(JsonElement node) => node.Text("type") switch
    {
        "text" or "raw_text" => node.Text("text") ?? "",
        "link" => node.Text("text") ?? node.Text("url") ?? "",
        "user" => "@" + (workspace.Users.ById(node.Text("user_id") ?? "")?.Name ?? node.Text("user_id")),
        "channel" => "#" + (workspace.Channels.Find(node.Text("channel_id") ?? "")?.Name ?? node.Text("channel_id")),
        "emoji" => $":{node.Text("name")}:",
        "date" => node.Text("fallback") ?? "",
        "rich_text" or "rich_text_list" => Join("\n", node.Items("elements").Select(Rich)),
        _ => string.Concat(node.Items("elements").Select(Rich)),
    };

    private static string Join(string separator, IEnumerable<string> parts) => string.Join(separator, parts.Where(p => p.Length > 0));

    [GeneratedRegex("<(?<inner>[^<>]+)>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Angle();
}
