using System.Text.Json;

namespace IncidentBot.Slack.Payloads;

/// <summary>
/// Checks what the typed payload leaves as JSON, once and at the edge, so that nothing inside has to doubt the blocks and values of a view.
/// </summary>
internal static class PayloadShape
{
    private static readonly string[] Single = ["selected_option"];
    private static readonly string[] Several = ["selected_options", "files"];
    private static readonly string[] Ids =
        ["selected_users", "selected_conversations", "selected_channels"];

    /// <exception cref="JsonException">The payload is not in the format that Slack sends.</exception>
    public static void ThrowIfWrong(InteractionRequest request, JsonElement payload)
    {
        var isRight = request switch
        {
            BlockActionRequest pressed => IsRight(pressed.View) && IsRight(pressed.State)
                && Count(payload, "actions") == pressed.Actions.Count,
            ViewSubmission submission => IsRight(submission.View),
            ViewClosed closed => IsRight(closed.View),
            BlockSuggestion suggestion => IsRight(suggestion.View),
            _ => true,
        };
        if (!isRight)
        {
            throw new JsonException("A view has blocks and values, and a block action has actions.");
        }
    }

    private static int Count(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.GetArrayLength() : 0;

    private static bool IsRight(ViewInfo? view) => view is null || (AreBlocks(view.Blocks) && IsRight(view.State));

    private static bool AreBlocks(JsonElement? blocks) => blocks is not { ValueKind: not JsonValueKind.Null } list
        || (list.ValueKind == JsonValueKind.Array && list.EnumerateArray().All(IsBlock));

    private static bool IsBlock(JsonElement block) => IsObject(block) && HasText(block, "type")
        && (!block.TryGetProperty("element", out var element)
            || (HasText(block, "block_id") && IsObject(element) && HasText(element, "action_id")));

    private static bool IsRight(ViewState state) => state.Values.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null
        || (IsObject(state.Values) && state.Values.EnumerateObject().All(block =>
            IsObject(block.Value) && block.Value.EnumerateObject().All(action => IsObject(action.Value) && IsAnswer(action.Value))));

    private static bool IsAnswer(JsonElement answer) =>
        Single.All(name => Is(answer, name, JsonValueKind.Object, IsChosen))
        && Several.All(name => Is(answer, name, JsonValueKind.Array, items => items.EnumerateArray().All(
            item => IsObject(item) && (name == "files" || IsChosen(item)))))
        && Ids.All(name => Is(answer, name, JsonValueKind.Array, items => items.EnumerateArray().All(
            item => item.ValueKind == JsonValueKind.String)));

    /// <summary>A chosen option.</summary>
    private static bool IsChosen(JsonElement option) =>
        HasText(option, "value") && option.TryGetProperty("text", out var text) && IsObject(text) && HasText(text, "text");

    /// <summary>Absent, null, or of this kind and right.</summary>
    private static bool Is(JsonElement owner, string name, JsonValueKind kind, Func<JsonElement, bool> isRight) =>
        !owner.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null || (value.ValueKind == kind && isRight(value));

    private static bool IsObject(JsonElement value) => value.ValueKind == JsonValueKind.Object;

    private static bool HasText(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String;
}
