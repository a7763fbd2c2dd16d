using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Slack.Payloads;

/// <summary>
/// A submitted form with the answers in it, ready to be shown again with additions. Slack keeps typed text where block_id and
/// action_id stay the same; sending the values as well makes sure of it.
/// </summary>
public static class FormSnapshot
{
    /// <summary>The form, block by block, with the answers as initial values.</summary>
    /// <param name="view">The submitted form.</param>
    public static Modal Of(ViewInfo view) => new(view.Title.Text)
    {
        CallbackId = view.CallbackId,
        PrivateMetadata = view.PrivateMetadata,
        Submit = view.Submit is { } submit ? new PlainText(submit.Text) : null,
        Close = view.Close is { } close ? new PlainText(close.Text) : null,
        Blocks = [.. Blocks(view)],
    };

    /// <summary>The same block with a new id and text. Slack shows the typed text again unless the id is new.</summary>
    /// <param name="block">An input block with a text field.</param>
    /// <param name="id">The new block_id.</param>
    /// <param name="text">The new text.</param>
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
