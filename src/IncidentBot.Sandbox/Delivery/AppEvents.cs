using System.Text.Json.Nodes;
using IncidentBot.Sandbox.State;
using IncidentBot.Sandbox.Wire;

namespace IncidentBot.Sandbox.Delivery;

/// <summary>Sends changes to the app as events if it is subscribed and, for channels, a member.</summary>
internal sealed class AppEvents(Workspace workspace)
{
    public void MessagePosted(Message message)
    {
        var json = message.ToJson(workspace);
        InChannel(message.Channel, json, message.Ts);
        var bot = workspace.Users.Bot.Id;
        var channel = workspace.Channels.Named(message.Channel);
        if (message.BotId is null && message.Subtype is null && !channel.IsDm && channel.Members.Contains(bot)
            && message.Text.Contains($"<@{bot}", StringComparison.Ordinal))
        {
            var mention = message.ToJson(workspace);
            mention["type"] = "app_mention";
            mention["channel"] = message.Channel;
            Send("app_mention", mention, message.Ts);
        }
    }

    public void MessageChanged(Message after, Message before)
    {
        var ts = workspace.Messages.NextTs(after.Channel);
        InChannel(after.Channel, new JsonObject
        {
            ["type"] = "message",
            ["subtype"] = "message_changed",
            ["message"] = after.ToJson(workspace),
            ["previous_message"] = before.ToJson(workspace),
            ["hidden"] = true,
            ["ts"] = ts,
        }, ts);
    }

    public void MessageDeleted(Message message)
    {
        var ts = workspace.Messages.NextTs(message.Channel);
        InChannel(message.Channel, new JsonObject
        {
            ["type"] = "message",
            ["subtype"] = "message_deleted",
            ["previous_message"] = message.ToJson(workspace),
            ["hidden"] = true,
            ["deleted_ts"] = message.Ts,
            ["ts"] = ts,
        }, ts);
    }

    public void Reacted(Message message, string name, string user, bool added) =>
        ForMembers(message.Channel, added ? "reaction_added" : "reaction_removed", new JsonObject
        {
            ["user"] = user,
            ["reaction"] = name,
            ["item"] = new JsonObject { ["type"] = "message", ["channel"] = message.Channel, ["ts"] = message.Ts },
            ["item_user"] = message.User,
        });

    public void Pinned(Message message, string user, bool added)
    {
        var content = message.ToJson(workspace);
        content["permalink"] = MessageJson.Permalink(message, workspace);
        var pins = workspace.Messages.In(message.Channel).Count(m => m.Pin is not null);
        var json = new JsonObject
        {
            ["user"] = user,
            ["channel_id"] = message.Channel,
            ["item"] = new JsonObject
            {
                ["type"] = "message",
                ["created"] = message.Pin!.At.ToUnixTimeSeconds(),
                ["created_by"] = message.Pin.User,
                ["channel"] = message.Channel,
                ["message"] = content,
            },
            ["item_user"] = message.User,
            ["pin_count"] = pins,
            ["pinned_info"] = MessageJson.PinnedInfo(message, message.Pin),
        };
        if (!added)
        {
            json["has_pins"] = pins > 0;
        }

        ForMembers(message.Channel, added ? "pin_added" : "pin_removed", json);
    }

    public void MemberJoined(Channel channel, string user, string? inviter)
    {
        var json = Membership(channel, user);
        if (inviter is not null)
        {
            json["inviter"] = inviter;
        }

        ForMembers(channel.Id, "member_joined_channel", json);
    }

    public void MemberLeft(Channel channel, string user) => ForMembers(channel.Id, "member_left_channel", Membership(channel, user));

    /// <summary>The bot itself left or was removed: the event that its own client would receive.</summary>
    public void BotLeft(Channel channel, string user, string actor)
    {
        if (user == workspace.Users.Bot.Id)
        {
            ForMembers(channel.Id, $"{channel.Kind}_left", new JsonObject { ["channel"] = channel.Id, ["actor_id"] = actor });
        }
    }

    public void TokensRevoked() => Send("tokens_revoked", new JsonObject
    {
        ["tokens"] = new JsonObject { ["oauth"] = new JsonArray(), ["bot"] = new JsonArray(workspace.Users.Bot.Id) },
    }, Now());

    public void Uninstalled() => Send("app_uninstalled", [], Now());

    public void ChannelRenamed(Channel channel) => ForMembers(channel.Id, $"{channel.Kind}_rename", new JsonObject
    {
        ["channel"] = new JsonObject
        {
            ["id"] = channel.Id,
            ["is_channel"] = !channel.IsPrivate,
            ["is_mpim"] = false,
            ["name"] = channel.Name,
            ["name_normalized"] = channel.Name,
            ["created"] = channel.Created.ToUnixTimeSeconds(),
        },
    });

    public void ChannelArchived(Channel channel, string user, bool archived)
    {
        var json = new JsonObject { ["channel"] = channel.Id, ["user"] = user };
        if (archived)
        {
            json["is_moved"] = 0;
        }

        ForMembers(channel.Id, $"{channel.Kind}_{(archived ? "archive" : "unarchive")}", json);
    }

    /// <summary>With another company, or with it no longer.</summary>
    public void ChannelShared(Channel channel, string team, bool shared) =>
        ForMembers(channel.Id, shared ? "channel_shared" : "channel_unshared", new JsonObject
        {
            ["connected_team_id"] = team,
            ["channel"] = channel.Id,
        });

    public void HomeOpened(string user, string tab, View? view)
    {
        var json = new JsonObject { ["user"] = user, ["channel"] = workspace.Channels.DmOf(user).Id, ["tab"] = tab };
        if (view is not null)
        {
            json["view"] = view.ToJson(workspace);
        }

        Send("app_home_opened", json, Now());
    }

    public void UserChanged(User user) => Send("user_change", new JsonObject
    {
        ["user"] = user.ToJson(workspace, workspace.Installation.Has("users:read.email"), withLocale: true),
        ["cache_ts"] = workspace.Now.ToUnixTimeSeconds(),
    }, Now());

    public void UserJoined(User user) => Send("team_join", new JsonObject
    {
        ["user"] = user.ToJson(workspace, workspace.App.Scopes.Contains("users:read.email"), withLocale: true),
        ["cache_ts"] = workspace.Now.ToUnixTimeSeconds(),
    }, Now());

    public void ChannelIdChanged(string oldId, string newId) => Send("channel_id_changed", new JsonObject
    {
        ["old_channel_id"] = oldId,
        ["new_channel_id"] = newId,
    }, Now());

    private void InChannel(string channelId, JsonObject json, string ts)
    {
        var channel = workspace.Channels.Named(channelId);
        var subscription = channel.IsDm ? "message.im" : channel.IsPrivate ? "message.groups" : "message.channels";
        if (!channel.Members.Contains(workspace.Users.Bot.Id) || !IsHeard(subscription))
        {
            return;
        }

        json["channel"] = channelId;
        json["channel_type"] = channel.Kind;
        Send(null, json, ts);
    }

    private void ForMembers(string channelId, string type, JsonObject json)
    {
        if (workspace.Channels.Named(channelId).Members.Contains(workspace.Users.Bot.Id))
        {
            Send(type, json, workspace.Messages.NextTs(channelId));
        }
    }

    private JsonObject Membership(Channel channel, string user) => new()
    {
        ["user"] = user,
        ["channel"] = channel.Id,
        ["channel_type"] = channel.IsPrivate ? "G" : "C",
        ["team"] = workspace.Users.ById(user)?.TeamId ?? workspace.Team.Id,
    };

    private string Now() => workspace.Messages.NextTs("");

    private void Send(string? subscription, JsonObject json, string eventTs)
    {
        if (subscription is not null && !IsHeard(subscription))
        {
            return;
        }

        json["type"] ??= subscription;
        json["event_ts"] = eventTs;
        var name = (string)json["type"]! + (json["subtype"] is { } subtype ? $" {subtype}" : "");
        workspace.Failures.Events.Pass(workspace.Payloads.Event(name, json));
    }

    private bool IsHeard(string subscription) => !workspace.Installation.IsUninstalled
        && workspace.App.BotEvents.Contains(subscription)
        && EventScopes.Of(subscription).All(workspace.Installation.Has);
}
