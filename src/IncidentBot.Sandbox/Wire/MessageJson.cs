using System.Text.Json.Nodes;
using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.Wire;

/// <summary>Messages as Slack writes them in answers, events and payloads.</summary>
internal static class MessageJson
{
    public static JsonObject ToJson(this Message message, Workspace workspace, bool allMetadata = true)
    {
        var json = new JsonObject { ["type"] = "message" };
        if (message.Subtype is not null)
        {
            json["subtype"] = message.Subtype;
        }

        if (message.User.Length > 0)
        {
            json["user"] = message.User;
        }

        json["ts"] = message.Ts;
        json["text"] = message.Text;
        if (message.IsTombstone)
        {
            json["hidden"] = true;
        }
        else
        {
            json["team"] = workspace.Users.ById(message.User)?.TeamId ?? workspace.Team.Id;
        }

        AddAuthor(json, message, workspace);
        AddContent(json, message, workspace, allMetadata);
        AddThread(json, message, workspace);
        AddMarks(json, message);
        foreach (var (key, value) in message.Details)
        {
            json[key] = value;
        }

        return json;
    }

    /// <summary>The permalink of a message.</summary>
    public static string Permalink(Message message, Workspace workspace)
    {
        var link = $"{workspace.Team.Url}archives/{message.Channel}/p{message.Ts.Replace(".", "", StringComparison.Ordinal)}";
        return message.ThreadTs is { } root ? $"{link}?thread_ts={root}&cid={message.Channel}" : link;
    }

    private static void AddAuthor(JsonObject json, Message message, Workspace workspace)
    {
        if (message.ClientMsgId is not null)
        {
            json["client_msg_id"] = message.ClientMsgId;
        }

        if (message is { User.Length: 0, BotId: { } webhook })
        {
            json["bot_id"] = webhook;
        }

        if (message.Username is not null)
        {
            json["username"] = message.Username;
        }

        if (message.BotId is not null && workspace.Users.ById(message.User) is { } bot)
        {
            json["bot_id"] = message.BotId;
            json["app_id"] = message.AppId;
            json["bot_profile"] = UserJson.BotProfile(bot, workspace);
        }
    }

    private static void AddContent(JsonObject json, Message message, Workspace workspace, bool allMetadata)
    {
        if (message.Blocks.GetArrayLength() > 0)
        {
            json["blocks"] = message.Blocks.ToNode();
        }

        if (message.Attachments is { } attachments)
        {
            json["attachments"] = attachments.ToNode();
        }

        if (message.Metadata is { } metadata)
        {
            json["metadata"] = allMetadata ? metadata.ToNode() : new JsonObject { ["event_type"] = metadata.Text("event_type") };
        }

        if (message.Files.Count > 0)
        {
            json["files"] = new JsonArray(
                [.. message.Files.Select(id => workspace.Files.Find(id)).OfType<SharedFile>().Select(f => f.ToJson(workspace))]);
            json["upload"] = false;
            json["display_as_bot"] = false;
        }
    }

    private static void AddThread(JsonObject json, Message message, Workspace workspace)
    {
        if (message.ThreadTs is { } root)
        {
            json["thread_ts"] = root;
            var parent = workspace.Messages.Find(message.Channel, root);
            json["parent_user_id"] = parent?.User;
            if (message.IsBroadcast)
            {
                json["root"] = parent?.ToJson(workspace);
            }

            return;
        }

        var replies = workspace.Messages.Thread(message.Channel, message.Ts).Where(m => m.IsReply).ToList();
        if (replies.Count == 0)
        {
            return;
        }

        var users = replies.Select(r => r.User).Distinct().ToList();
        json["thread_ts"] = message.Ts;
        json["reply_count"] = replies.Count;
        json["reply_users_count"] = users.Count;
        json["latest_reply"] = replies[^1].Ts;
        json["reply_users"] = Json.ToArray(users);
        json["is_locked"] = false;
        json["subscribed"] = false;
    }

    private static void AddMarks(JsonObject json, Message message)
    {
        if (message.Edited is { } edited)
        {
            json["edited"] = new JsonObject { ["user"] = edited.User, ["ts"] = edited.Ts };
        }

        if (message.Reactions.Count > 0)
        {
            json["reactions"] = Reactions(message);
        }

        if (message.Pin is { } pin)
        {
            json["pinned_to"] = new JsonArray(message.Channel);
            json["pinned_info"] = PinnedInfo(message, pin);
        }
    }

    public static JsonArray Reactions(Message message) => new(
    [
        .. message.Reactions.Select(
            r => new JsonObject { ["name"] = r.Name, ["users"] = Json.ToArray(r.Users), ["count"] = r.Users.Count }),
    ]);

    public static JsonObject PinnedInfo(Message message, Pin pin) => new()
    {
        ["channel"] = message.Channel,
        ["pinned_by"] = pin.User,
        ["pinned_ts"] = pin.At.ToUnixTimeSeconds(),
    };
}
