using System.Text.Json.Nodes;
using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.Wire;

/// <summary>A canvas is a file, of a kind of its own.</summary>
internal static class CanvasJson
{
    public static JsonObject ToJson(this Canvas canvas) => new()
    {
        ["id"] = canvas.Id,
        ["created"] = canvas.Created.ToUnixTimeSeconds(),
        ["timestamp"] = canvas.Created.ToUnixTimeSeconds(),
        ["name"] = "Untitled",
        ["title"] = "Untitled",
        ["mimetype"] = "application/vnd.slack-docs",
        ["filetype"] = "quip",
        ["pretty_type"] = "Canvas",
        ["user"] = canvas.User,
        ["mode"] = "quip",
        ["size"] = canvas.Markdown.Length,
        ["linked_channel_id"] = canvas.Channel,
    };

    /// <summary>What a channel says of its canvas.</summary>
    public static JsonObject ToProperties(this Canvas canvas) => new()
    {
        ["canvas"] = new JsonObject
        {
            ["file_id"] = canvas.Id,
            ["is_empty"] = canvas.Markdown.Length == 0,
            ["quip_thread_id"] = canvas.Id,
        },
    };
}
