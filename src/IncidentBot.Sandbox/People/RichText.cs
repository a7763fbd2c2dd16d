using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.People;

/// <summary>Builds the rich_text block that accompanies the text of every message from a person.</summary>
internal static partial class RichText
{
    public static JsonElement Of(string escaped)
    {
        var leaves = new JsonArray();
        var end = 0;
        foreach (Match match in Angle().Matches(escaped))
        {
            AddText(leaves, escaped[end..match.Index]);
            leaves.Add(Leaf(match.Groups["inner"].Value));
            end = match.Index + match.Length;
        }

        AddText(leaves, escaped[end..]);
        return new JsonArray(new JsonObject
        {
            ["type"] = "rich_text",
            ["block_id"] = Ids.Secret()[..5],
            ["elements"] = new JsonArray(new JsonObject { ["type"] = "rich_text_section", ["elements"] = leaves }),
        }).ToElement();
    }

    private static JsonObject Leaf(string inner)
    {
        var target = inner.Split('|')[0];
        return target switch
        {
            ['@', .. var user] => new JsonObject { ["type"] = "user", ["user_id"] = user },
            ['#', .. var channel] => new JsonObject { ["type"] = "channel", ["channel_id"] = channel },
            _ when target.StartsWith("!subteam^", StringComparison.Ordinal) =>
                new JsonObject { ["type"] = "usergroup", ["usergroup_id"] = target["!subteam^".Length..] },
            ['!', .. var range] => new JsonObject { ["type"] = "broadcast", ["range"] = range },
            _ => new JsonObject { ["type"] = "link", ["url"] = Literal(target) },
        };
    }

    private static void AddText(JsonArray leaves, string escaped)
    {
        if (escaped.Length > 0)
        {
            leaves.Add(new JsonObject { ["type"] = "text", ["text"] = Literal(escaped) });
        }
    }

    /// <summary>The leaves of rich text are literal.</summary>
    private static string Literal(string escaped) => escaped.Replace("&lt;", "<", StringComparison.Ordinal)
        .Replace("&gt;", ">", StringComparison.Ordinal)
        .Replace("&amp;", "&", StringComparison.Ordinal);

    [GeneratedRegex("<(?<inner>[^<>]+)>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Angle();
}
