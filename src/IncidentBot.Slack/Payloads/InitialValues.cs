using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Slack.Payloads;

/// <summary>
/// The values that a form would submit if no one changed it, in the form of a submission. They can be compared with the
/// person's answers and with the values that the form would show now.
/// </summary>
public static class InitialValues
{
    internal static readonly (string Initial, string Sent)[] Members =
    [
        ("initial_value", "value"),
        ("initial_option", "selected_option"),
        ("initial_options", "selected_options"),
        ("initial_user", "selected_user"),
        ("initial_users", "selected_users"),
        ("initial_conversation", "selected_conversation"),
        ("initial_conversations", "selected_conversations"),
        ("initial_channel", "selected_channel"),
        ("initial_channels", "selected_channels"),
        ("initial_date", "selected_date"),
        ("initial_time", "selected_time"),
        ("initial_date_time", "selected_date_time"),
    ];

    /// <summary>The initial values of a submitted form, whose blocks Slack sends along ("view_submission", view.blocks).</summary>
    /// <param name="view">The submitted form.</param>
    public static ViewState Of(ViewInfo view) => Read(view.Blocks ?? default);

    /// <summary>The initial values of a form that has not been shown yet.</summary>
    /// <param name="modal">The form.</param>
    public static ViewState Of(Modal modal) => Read(JsonSerializer.SerializeToElement(modal, SlackJson.Options).GetProperty("blocks"));

    private static ViewState Read(JsonElement blocks)
    {
        var values = new JsonObject();
        foreach (var block in blocks.ValueKind == JsonValueKind.Array ? blocks.EnumerateArray() : default)
        {
            if (Text(block, "block_id") is { } id
                && block.TryGetProperty("element", out var element)
                && Text(element, "action_id") is { } action)
            {
                values[id] = new JsonObject { [action] = Sent(element) };
            }
        }

        return new ViewState(JsonSerializer.SerializeToElement(values, SlackJson.Options));
    }

    private static JsonObject Sent(JsonElement element)
    {
        var sent = new JsonObject();
        foreach (var (initial, name) in Members)
        {
            if (element.TryGetProperty(initial, out var value))
            {
                sent[name] = JsonNode.Parse(value.GetRawText());
            }
        }

        return sent;
    }

    private static string? Text(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
