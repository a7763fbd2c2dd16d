using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.WebApi;

/// <summary>The canvas of a channel: created once, then replaced as a whole.</summary>
internal sealed class CanvasMethods(Workspace workspace)
{
    private const int MarkdownLimit = 1024 * 1024;

    public IEnumerable<ApiMethod> All =>
    [
        new("conversations.canvases.create", ["canvases:write"], ["channel_id"], Create) { TakesJson = true },
        new("canvases.edit", ["canvases:write"], ["canvas_id", "changes"], Edit) { TakesJson = true },
    ];

    private JsonObject Create(ApiContext call)
    {
        var channel = call.OwnChannel("channel_id");
        if (workspace.Canvases.Of(channel.Id) is not null)
        {
            throw new ApiRefusal("channel_canvas_already_exists");
        }

        var content = call.Arguments.Nested("document_content", JsonValueKind.Object, "invalid_arguments");
        var canvas = workspace.Canvases.Add(channel.Id, call.Bot.Id, content is { } given ? Markdown(given, "canvas_creation_failed") : "");
        return ApiContext.Ok(new KeyValuePair<string, JsonNode?>("canvas_id", canvas.Id));
    }

    private JsonObject Edit(ApiContext call)
    {
        var canvas = Existing(call);
        foreach (var change in call.Arguments.Nested("changes", JsonValueKind.Array, "invalid_arguments")!.Value.EnumerateArray())
        {
            if (change.Text("operation") != "replace"
                || change.TryGetProperty("section_id", out _)
                || !change.TryGetProperty("document_content", out var content))
            {
                throw ApiRefusal.InvalidArguments("this workspace replaces whole canvases only [json-pointer:/changes]");
            }

            canvas = canvas with { Markdown = Markdown(content, "canvas_editing_failed") };
        }

        workspace.Canvases.Put(canvas);
        return ApiContext.Ok();
    }

    /// <summary>A canvas in a channel that the bot is in.</summary>
    private Canvas Existing(ApiContext call) =>
        workspace.Canvases.Find(call.Arguments.Text("canvas_id")) is { } canvas
        && workspace.Channels.Named(canvas.Channel).Members.Contains(call.Bot.Id)
            ? canvas
            : throw new ApiRefusal("canvas_not_found");

    private static string Markdown(JsonElement content, string error) =>
        content.Text("type") == "markdown" && content.Text("markdown") is { Length: <= MarkdownLimit } markdown
            ? markdown
            : throw new ApiRefusal(error);
}
