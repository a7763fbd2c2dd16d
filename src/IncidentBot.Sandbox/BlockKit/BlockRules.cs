using System.Text.Json;
using static IncidentBot.Sandbox.BlockKit.Objects;
using static IncidentBot.Sandbox.BlockKit.Rules;

namespace IncidentBot.Sandbox.BlockKit;

/// <summary>The rules of each block, and of a list of blocks.</summary>
internal static class BlockRules
{
    private static readonly Property BlockId = Optional("block_id", Text(255));

    private static readonly Rule ContextItem = ByType(new Dictionary<string, Shape>(StringComparer.Ordinal)
    {
        ["plain_text"] = new(Type("plain_text"), Required("text", Text(3000)), Optional("emoji", Flag)),
        ["mrkdwn"] = new(Type("mrkdwn"), Required("text", Text(3000)), Optional("verbatim", Flag)),
        ["image"] = ElementRules.Image,
    });

    private static readonly Rule Cell = ByType(new Dictionary<string, Shape>(StringComparer.Ordinal)
    {
        ["raw_text"] = new(Type("raw_text"), Required("text", Text(3000))),
        ["raw_number"] = new(Type("raw_number"), Required("value", Anything), Optional("text", Text(3000))),
        ["rich_text"] = new(Type("rich_text"), Required("elements", Anything)),
    });

    private static readonly Dictionary<string, Shape> Shared = new(StringComparer.Ordinal)
    {
        ["section"] = new(Type("section"), BlockId, Optional("text", AnyText(3000)), Optional("fields", List(AnyText(2000), 10)),
            Optional("accessory", ElementRules.InSection), Optional("expand", Flag))
        { Also = TextOrFields },
        ["header"] = new(Type("header"), BlockId, Required("text", PlainText(150))),
        ["divider"] = new(Type("divider"), BlockId),
        ["context"] = new(Type("context"), BlockId, Required("elements", List(ContextItem, 10))),
        ["actions"] = new(Type("actions"), BlockId, Required("elements", List(ElementRules.InActions, 25))),
        ["image"] = new(Type("image"), BlockId, Required("alt_text", Text(2000)), Optional("image_url", Text(3000)),
            Optional("slack_file", SlackFile), Optional("title", PlainText(2000))),
        ["input"] = new(Type("input"), BlockId, Required("label", PlainText(2000)), Required("element", ElementRules.InInput),
            Optional("hint", PlainText(2000)), Optional("optional", Flag), Optional("dispatch_action", Flag)),
        ["rich_text"] = new(Type("rich_text"), BlockId, Required("elements", List(Anything, 1000))),
        ["video"] = new(Type("video"), BlockId, Required("alt_text", Text(2000)), Required("title", PlainText(199)),
            Required("thumbnail_url", Text(3000)), Required("video_url", Text(3000)), Optional("title_url", Text(3000)),
            Optional("author_name", Text(49)), Optional("description", PlainText(200)), Optional("provider_name", Text(100)),
            Optional("provider_icon_url", Text(3000))),
    };

    private static readonly Dictionary<string, Shape> OnlyInMessages = new(Shared, StringComparer.Ordinal)
    {
        ["markdown"] = new(Type("markdown"), BlockId, Required("text", Text(12_000))),
        ["table"] = new(
            Type("table"), BlockId, Required("rows", List(List(Cell, 20), 100)), Optional("column_settings", List(Anything, 20, 0))),
        ["context_actions"] = new(Type("context_actions"), BlockId, Required("elements", List(ElementRules.InContextActions, 5))),
        ["file"] = new(Type("file"), BlockId, Required("external_id", Text(255)), Required("source", Word("remote"))),
    };

    public static Rule InMessage { get; } = List(ByType(OnlyInMessages), 50, 0);

    public static Rule InView { get; } = List(ByType(Shared), 100, 0);

    /// <summary>Block ids once per surface, action ids once per block.</summary>
    public static void CheckUnique(JsonElement blocks, string pointer, Problems problems)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var index = 0;
        foreach (var block in blocks.EnumerateArray())
        {
            if (block.Text("block_id") is { } id && !seen.Add(id))
            {
                problems.Add($"block_id {id} already exists", $"{pointer}/{index}/block_id");
            }

            var actions = block.Items("elements").Select(e => e.Text("action_id")).Where(a => a is not null);
            foreach (var twice in actions.GroupBy(a => a, StringComparer.Ordinal).Where(g => g.Count() > 1))
            {
                problems.Add($"action_id {twice.Key} already exists", $"{pointer}/{index}/elements");
            }

            index++;
        }
    }

    private static void TextOrFields(JsonElement section, string pointer, Problems problems)
    {
        if (section.At("text") is null && section.At("fields") is null)
        {
            problems.Add("must provide text or fields", pointer);
        }
    }
}
