using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Sandbox.State;
using IncidentBot.Sandbox.Wire;

namespace IncidentBot.Sandbox.WebApi;

internal sealed class ChatMethods(Workspace workspace)
{
    private const int UpdateTextLimit = 4_000;

    private readonly PostingLimit limit = new(workspace);

    public IEnumerable<ApiMethod> All =>
    [
        new("chat.postMessage", ["chat:write"], ["channel"], PostMessage) { TakesJson = true },
        new("chat.update", ["chat:write"], ["channel", "ts"], Update) { TakesJson = true },
        new("chat.delete", ["chat:write"], ["channel", "ts"], Delete) { TakesJson = true },
        new("chat.postEphemeral", ["chat:write"], ["channel", "user"], PostEphemeral) { TakesJson = true },
        new("chat.getPermalink", [], ["channel", "message_ts"], GetPermalink),
    ];

    private JsonObject PostMessage(ApiContext call)
    {
        var channel = PostTarget(call);
        var content = MessageContent.Read(call.Arguments);
        if (content.IsEmpty)
        {
            throw new ApiRefusal("no_text");
        }

        if (channel.IsReadOnly)
        {
            throw new ApiRefusal("restricted_action_read_only_channel");
        }

        limit.Take(channel.Id);
        var draft = content.Draft(channel.Id, call.Bot, Thread(call, channel));
        var broadcast = draft.IsReply && call.Arguments.Flag("reply_broadcast");
        var message = workspace.Messages.Post(draft with { IsBroadcast = broadcast, Subtype = broadcast ? "thread_broadcast" : null });
        return ApiContext.Ok(
            new("channel", channel.Id), new("ts", message.Ts), new("message", message.ToJson(workspace)));
    }

    /// <summary>A person's id is the conversation with them.</summary>
    private Channel PostTarget(ApiContext call)
    {
        if (workspace.Users.ById(call.Arguments.Text("channel")) is not { } user)
        {
            var channel = call.OwnChannel();
            return workspace.Users.ById(channel.DmUser ?? "")?.IsDeactivated == true ? throw new ApiRefusal("channel_not_found") : channel;
        }

        return user.IsBot || user.IsDeactivated ? throw new ApiRefusal("channel_not_found") : workspace.Channels.DmOf(user.Id);
    }

    /// <summary>Slack answers a reply to a reply in the thread of the first message.</summary>
    private static string? Thread(ApiContext call, Channel channel)
    {
        if (!call.Arguments.Has("thread_ts"))
        {
            return null;
        }

        var parent = call.Message(channel, "thread_ts", "thread_not_found");
        return parent.ThreadTs ?? parent.Ts;
    }

    private JsonObject Update(ApiContext call)
    {
        var channel = call.Channel();
        var before = call.Message(channel, "ts");
        if (before.AppId != workspace.AppId)
        {
            throw new ApiRefusal("cant_update_message");
        }

        if (channel.IsArchived)
        {
            throw new ApiRefusal("is_inactive");
        }

        var content = MessageContent.Read(call.Arguments);
        if (content.Text.Length > UpdateTextLimit)
        {
            throw new ApiRefusal("msg_too_long");
        }

        if (content.IsEmpty)
        {
            throw new ApiRefusal("no_text");
        }

        var message = workspace.Messages.Edit(
            before,
            m => content.InsteadOf(m) with { Metadata = content.Metadata is { } metadata ? NullIfEmpty(metadata) : m.Metadata },
            content.Blocks?.GetArrayLength() > 0 ? null : call.Bot.Id);
        return ApiContext.Ok(
            new("channel", channel.Id), new("ts", message.Ts), new("text", message.Text), new("message", message.ToJson(workspace)));
    }

    private static JsonElement? NullIfEmpty(JsonElement metadata) => metadata.EnumerateObject().Any() ? metadata : null;

    private JsonObject Delete(ApiContext call)
    {
        var channel = call.Channel();
        var message = call.Message(channel, "ts");
        if (message.AppId != workspace.AppId)
        {
            throw new ApiRefusal("cant_delete_message");
        }

        workspace.Messages.Delete(message);
        return ApiContext.Ok(new("channel", channel.Id), new("ts", message.Ts));
    }

    private JsonObject PostEphemeral(ApiContext call)
    {
        var channel = call.OwnChannel();
        var user = call.User("user", "user_not_in_channel");
        if (user.IsDeactivated || !channel.Members.Contains(user.Id))
        {
            throw new ApiRefusal("user_not_in_channel");
        }

        var content = MessageContent.Read(call.Arguments);
        if (content.IsEmpty)
        {
            throw new ApiRefusal("no_text");
        }

        var message = workspace.Messages.Post(content.Draft(channel.Id, call.Bot, Thread(call, channel)) with { EphemeralTo = user.Id });
        return ApiContext.Ok(new KeyValuePair<string, JsonNode?>("message_ts", message.Ts));
    }

    private JsonObject GetPermalink(ApiContext call)
    {
        var channel = call.Channel();
        var message = call.Message(channel, "message_ts");
        return ApiContext.Ok(new("channel", channel.Id), new("permalink", MessageJson.Permalink(message, workspace)));
    }
}
