using System.Text.Json;

namespace IncidentBot.Slack.Payloads;

/// <summary>Reads the "payload" field of interactions ("Interaction payloads").</summary>
public static class InteractionParser
{
    /// <summary>Reads a payload.</summary>
    /// <param name="payload">The JSON.</param>
    /// <returns>The typed request; null for a type that is not known here.</returns>
    /// <exception cref="JsonException">The JSON is not in the format that Slack sends.</exception>
    public static InteractionRequest? Parse(JsonElement payload) => TypeOf(payload) switch
    {
        "block_actions" => Read<BlockActionRequest>(payload),
        "view_submission" => Read<ViewSubmission>(payload),
        "view_closed" => Read<ViewClosed>(payload),
        "shortcut" => Read<GlobalShortcut>(payload),
        "message_action" => Read<MessageShortcut>(payload),
        "block_suggestion" => Read<BlockSuggestion>(payload),
        _ => null,
    };

    /// <summary>The type of a payload.</summary>
    /// <param name="payload">The JSON.</param>
    /// <returns>The type; "" when there is none.</returns>
    public static string TypeOf(JsonElement payload) =>
        payload.ValueKind == JsonValueKind.Object && payload.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String
            ? type.GetString() ?? ""
            : throw new JsonException("A payload is an object with a type.");

    private static T Read<T>(JsonElement payload)
        where T : InteractionRequest
    {
        var request = payload.Deserialize<T>(SlackJson.Options) ?? throw new JsonException("A payload is an object.");
        PayloadShape.ThrowIfWrong(request, payload);
        return request with { Raw = payload };
    }
}
