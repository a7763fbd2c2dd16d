using System.Text.Json;

namespace IncidentBot.Slack.Endpoints;

/// <summary>Finds the channel of an event, which every kind of event keeps somewhere else.</summary>
internal static class EventChannel
{
    public static string? Of(JsonElement inner) =>
        Id(inner, "channel") ?? Id(inner, "channel_id")
        ?? (inner.TryGetProperty("item", out var item) && item.ValueKind == JsonValueKind.Object ? Id(item, "channel") : null)
        ?? Id(inner, "new_channel_id");

    /// <summary>An id, or an object with one (channel_rename).</summary>
    private static string? Id(JsonElement owner, string name) => owner.TryGetProperty(name, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Object => Id(value, "id"),
            _ => null,
        }
        : null;
}
