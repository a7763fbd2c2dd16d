using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Delivery.Outbox;

/// <summary>
/// A message as it is stored until it is sent: the text for notifications and screen readers, and the blocks that people
/// see. Checked against Slack's limits when it is made, so that a bug shows at its cause.
/// </summary>
internal sealed record MessageContent
{
    /// <param name="text">Cut to what an edited message may have, because any message may be edited later.</param>
    /// <param name="blocks">What people see; none for a message of text alone.</param>
    public MessageContent(Mrkdwn text, params IReadOnlyList<Block> blocks) =>
        Arguments = new ChatPostMessage("") { Text = text.Fit(ChatUpdate.MaxTextLength), Blocks = blocks.Count == 0 ? null : blocks }
            .ToArguments();

    [JsonConstructor]
    internal MessageContent(JsonElement arguments) => Arguments = arguments;

    /// <summary>The message's arguments without the place where it goes.</summary>
    public JsonElement Arguments { get; }

    /// <summary>A message of one paragraph.</summary>
    public static MessageContent Paragraph(Mrkdwn text) => new(text, new SectionBlock(text));

    /// <summary>The same message with more blocks under it.</summary>
    public MessageContent Followed(params IReadOnlyList<Block> blocks)
    {
        var more = new MessageContent(Mrkdwn.Raw(Arguments.GetProperty("text").GetString()!), blocks).Arguments.GetProperty("blocks");
        var all = Arguments.GetProperty("blocks").EnumerateArray().Concat(more.EnumerateArray())
            .Select(block => JsonNode.Parse(block.GetRawText()));
        return new MessageContent(With([new("blocks", new JsonArray([.. all]))]));
    }

    /// <summary>
    /// Several messages in one, with lines between them. A part for which there is no room shows its beginning and its first buttons.
    /// </summary>
    public static MessageContent Joined(Mrkdwn text, IReadOnlyList<MessageContent> parts)
    {
        var all = parts.Select(part => part.Blocks()).ToList();
        for (var longest = 0; longest >= 0 && all.Sum(blocks => blocks.Count + 1) > Block.MaxPerMessage;)
        {
            longest = Enumerable.Range(0, all.Count).Where(at => all[at].Count > 2).OrderByDescending(at => all[at].Count)
                .Append(-1).First();
            if (longest >= 0)
            {
                all[longest] = Beginning(all[longest]);
            }
        }

        var blocks = all.SelectMany((part, at) => at == 0 ? part : [Divider(), .. part]).Take(Block.MaxPerMessage)
            .Select(block => (JsonNode?)block);
        return new MessageContent(new MessageContent(text).With([new("blocks", new JsonArray([.. blocks]))]));
    }

    /// <summary>The arguments with the rest that a method needs.</summary>
    public JsonElement With(params IEnumerable<KeyValuePair<string, JsonNode?>> more)
    {
        var arguments = JsonObject.Create(Arguments)!;
        foreach (var (name, value) in more)
        {
            arguments[name] = value;
        }

        return JsonSerializer.SerializeToElement(arguments);
    }

    /// <summary>
    /// The same message for someone who can't press anything in it: without buttons and menus, except links, and with a sentence that says
    /// what to do instead. A message without buttons stays as it is.
    /// </summary>
    public MessageContent ReadOnly(string sentence)
    {
        if (!Arguments.TryGetProperty("blocks", out var given) || given.ValueKind != JsonValueKind.Array)
        {
            return this;
        }

        var (shown, removed) = (new List<JsonNode?>(), false);
        foreach (var block in Blocks().OfType<JsonObject>())
        {
            if (block["accessory"] is JsonObject accessory && IsPressed(accessory))
            {
                removed = block.Remove("accessory");
            }

            if (block["type"]?.GetValue<string>() == "actions" && block["elements"] is JsonArray elements)
            {
                removed |= elements.Any(element => IsPressed(element!));
                var links = elements.Where(element => !IsPressed(element!)).Select(element => element!.DeepClone()).ToArray();
                block["elements"] = new JsonArray(links);
                if (links.Length == 0)
                {
                    continue;
                }
            }

            shown.Add(block);
        }

        var note = new SectionBlock(Mrkdwn.Escape(sentence));
        return removed ? new MessageContent(With([new("blocks", new JsonArray([.. shown]))])).Followed(note) : this;
    }

    private static bool IsPressed(JsonNode element) =>
        element["type"]?.GetValue<string>() != "image" && element["url"] is null;

    private List<JsonNode> Blocks() =>
        [.. Arguments.GetProperty("blocks").EnumerateArray().Select(block => JsonNode.Parse(block.GetRawText())!)];

    private static List<JsonNode> Beginning(List<JsonNode> blocks) =>
        [blocks[0], .. blocks.Skip(1).Where(block => (string?)block["type"] == "actions").Take(1)];

    private static JsonObject Divider() => new() { ["type"] = "divider" };
}
