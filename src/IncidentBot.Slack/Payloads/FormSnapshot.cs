using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Slack.Payloads;

/// <summary>
/// A form as it stands in front of somebody, with what they typed: to be shown again with something more in it. Slack keeps
/// what was typed where block_id and action_id stay; that the values travel along as well makes it certain.
/// </summary>
public static class FormSnapshot
{
    /// <summary>The form, block by block as it came.</summary>
    /// <param name="view">The form with what was typed and chosen.</param>
    public static Modal Of(ViewInfo view) => new(view.Title.Text)
    {
        CallbackId = view.CallbackId,
        PrivateMetadata = view.PrivateMetadata,
        Submit = view.Submit is { } submit ? new PlainText(submit.Text) : null,
        Close = view.Close is { } close ? new PlainText(close.Text) : null,
        Blocks = [.. Blocks(view)],
    };

    /// <summary>The same block with another id and text: only a new id makes Slack show another text than the one that was typed.</summary>
    /// <param name="block">An input block with a text field.</param>
    /// <param name="id">The new block_id.</param>
    /// <param name="text">What the field says.</param>
    public static ShownBlock WithText(ShownBlock block, string id, string text)
    {
        var json = JsonObject.Create(block.Json)!;
        json["block_id"] = id;
        json["element"]!["initial_value"] = text;
        return new ShownBlock(JsonSerializer.SerializeToElement(json, SlackJson.Options));
    }

    private static IEnumerable<ShownBlock> Blocks(ViewInfo view) => view.Blocks is { ValueKind: JsonValueKind.Array } blocks
        ? blocks.EnumerateArray().Select(block => new ShownBlock(Filled(block, view.State)))
        : [];

    private static JsonElement Filled(JsonElement block, ViewState state)
    {
        if (!block.TryGetProperty("element", out var element)
            || state.Values.ValueKind != JsonValueKind.Object
            || !state.Values.TryGetProperty(block.GetProperty("block_id").GetString()!, out var actions)
            || !actions.TryGetProperty(element.GetProperty("action_id").GetString()!, out var answer))
        {
            return block;
        }

        var filled = JsonObject.Create(block)!;
        var field = filled["element"]!.AsObject();
        foreach (var (initial, sent) in InitialValues.Members.Where(member => answer.TryGetProperty(member.Sent, out _)))
        {
            field.Remove(initial);
            if (answer.GetProperty(sent) is var value && !IsEmpty(value))
            {
                field[initial] = JsonNode.Parse(value.GetRawText());
            }
        }

        return JsonSerializer.SerializeToElement(filled, SlackJson.Options);
    }

    private static bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.String => value.ValueEquals(""),
        JsonValueKind.Array => value.GetArrayLength() == 0,
        _ => false,
    };
}
