using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Sandbox.State;
using IncidentBot.Sandbox.Wire;

namespace IncidentBot.Sandbox.WebApi;

/// <summary>The upload in three steps: an address, the bytes, the share.</summary>
internal sealed class FileMethods(Workspace workspace)
{
    public IEnumerable<ApiMethod> All =>
    [
        new("files.getUploadURLExternal", ["files:write"], ["filename", "length"], GetUploadUrl),
        new("files.completeUploadExternal", ["files:write"], ["files"], Complete) { TakesJson = true },
        new("files.info", ["files:read"], ["file"], Info),
    ];

    private JsonObject GetUploadUrl(ApiContext call)
    {
        var length = call.Arguments.Number("length", 0);
        if (length <= 0)
        {
            throw ApiRefusal.InvalidArguments("must be greater than 0 [json-pointer:/length]");
        }

        var file = workspace.Files.Start(call.Arguments.Text("filename"), length, call.Bot.Id);
        return ApiContext.Ok(
            new("upload_url", new Uri(workspace.Options.BaseUrl, $"upload/{file.Id}").ToString()), new("file_id", file.Id));
    }

    private JsonObject Complete(ApiContext call)
    {
        var files = call.Arguments.Nested("files", JsonValueKind.Array, "invalid_arguments")!.Value.EnumerateArray().ToList();
        if (files.Count == 0)
        {
            throw ApiRefusal.InvalidArguments("no fewer than 1 items allowed [json-pointer:/files]");
        }

        var channel = call.Arguments.Has("channel_id") ? call.OwnChannel("channel_id") : null;
        var content = MessageContent.Read(call.Arguments);
        var titled = files.Select(f => Uploaded(call, f)).ToList();
        foreach (var file in titled)
        {
            workspace.Files.Put(file);
        }

        if (channel is not null)
        {
            var draft = content.Draft(channel.Id, call.Bot, call.Arguments.Has("thread_ts") ? call.Arguments.Text("thread_ts") : null);
            workspace.Files.Share(draft with { Text = call.Arguments.Text("initial_comment") }, [.. titled.Select(f => f.Id)]);
        }

        return ApiContext.Ok(new KeyValuePair<string, JsonNode?>(
            "files", new JsonArray([.. titled.Select(f => new JsonObject { ["id"] = f.Id, ["title"] = f.Title })])));
    }

    /// <summary>A file of the bot's whose bytes have arrived and whose upload is not completed yet.</summary>
    private SharedFile Uploaded(ApiContext call, JsonElement given)
    {
        var file = workspace.Files.Find(given.Text("id") ?? "");
        return file is null || file.User != call.Bot.Id || file.Content is null || file.IsComplete
            ? throw new ApiRefusal("file_not_found")
            : file with { Title = given.Text("title") ?? file.Title, IsComplete = true };
    }

    private JsonObject Info(ApiContext call)
    {
        var id = call.Arguments.Text("file");
        if (workspace.Canvases.Find(id) is { } canvas)
        {
            return Described(canvas.ToJson());
        }

        var file = workspace.Files.Find(id) is { IsComplete: true } found ? found : throw new ApiRefusal("file_not_found");
        var json = file.ToJson(workspace);
        var shares = new JsonObject();
        foreach (var byChannel in file.Shares.GroupBy(s => s.Channel))
        {
            shares[byChannel.Key] = new JsonArray([.. byChannel.Select(s => new JsonObject { ["ts"] = s.Ts })]);
        }

        json["shares"] = new JsonObject { ["public"] = shares };
        return Described(json);
    }

    private static JsonObject Described(JsonObject file) => ApiContext.Ok(
        new("file", file), new("comments", new JsonArray()), new("response_metadata", new JsonObject { ["next_cursor"] = "" }));
}
