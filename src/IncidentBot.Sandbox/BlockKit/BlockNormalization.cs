using System.Text.Json;
using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.BlockKit;

/// <summary>Adds the members that Slack adds to blocks before it returns them.</summary>
internal static class BlockNormalization
{
    public static JsonElement Normalize(JsonElement blocks, Func<string> newBlockId)
    {
        var array = (JsonArray)blocks.ToNode();
        foreach (var block in array.OfType<JsonObject>())
        {
            block["block_id"] ??= newBlockId();
            if ((string?)block["type"] == "input")
            {
                block["optional"] ??= false;
                block["dispatch_action"] ??= false;
            }
        }

        Complete(array);
        return array.ToElement();
    }

    /// <summary>The same for the options that an app suggests.</summary>
    public static JsonElement Complete(JsonElement element)
    {
        var node = element.ToNode();
        Complete(node);
        return node.ToElement();
    }

    private static void Complete(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray array:
                foreach (var item in array)
                {
                    Complete(item);
                }

                break;
            case JsonObject text when text["type"] is JsonValue type && text["text"] is JsonValue:
                if ((string?)type == "plain_text")
                {
                    text["emoji"] ??= true;
                }
                else if ((string?)type == "mrkdwn")
                {
                    text["verbatim"] ??= false;
                }

                break;
            case JsonObject other:
                foreach (var (_, value) in other)
                {
                    Complete(value);
                }

                break;
        }
    }
}
