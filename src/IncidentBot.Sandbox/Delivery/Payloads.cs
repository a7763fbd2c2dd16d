using System.Text.Json.Nodes;
using IncidentBot.Sandbox.BlockKit;
using IncidentBot.Sandbox.State;
using IncidentBot.Sandbox.Wire;

namespace IncidentBot.Sandbox.Delivery;

/// <summary>The bodies of slash commands and interactions.</summary>
internal sealed partial class Payloads(Workspace workspace)
{
    /// <summary>The deprecated verification token, which Slack still sends and apps should not check.</summary>
    public const string VerificationToken = "SANDBOXverificationToken";

    public BotRequest Command(User user, Channel channel, string command, string text)
    {
        var name = channel.IsDm ? "directmessage" : channel.IsPrivate ? "privategroup" : channel.Name;
        return BotRequest.Form("slack/commands", "command", command, new Dictionary<string, string>
        {
            ["token"] = VerificationToken,
            ["team_id"] = user.TeamId ?? workspace.Team.Id,
            ["team_domain"] = workspace.Team.Domain,
            ["channel_id"] = channel.Id,
            ["channel_name"] = name,
            ["user_id"] = user.Id,
            ["user_name"] = user.Name,
            ["command"] = command,
            ["text"] = text,
            ["api_app_id"] = workspace.AppId,
            ["is_enterprise_install"] = "false",
            ["response_url"] = workspace.ResponseUrls.Issue("commands", channel.Id, user.Id).ToString(),
            ["trigger_id"] = workspace.Triggers.Issue(user.Id),
        });
    }

    public BotRequest Shortcut(User user, string callbackId)
    {
        var payload = Basis("shortcut", user);
        payload["action_ts"] = workspace.Messages.NextTs("");
        payload["callback_id"] = callbackId;
        payload["trigger_id"] = workspace.Triggers.Issue(user.Id);
        return Interaction(callbackId, payload);
    }

    public BotRequest MessageShortcut(User user, string callbackId, Message message)
    {
        var payload = Basis("message_action", user);
        payload["action_ts"] = workspace.Messages.NextTs("");
        payload["channel"] = ChannelRef(message.Channel);
        payload["callback_id"] = callbackId;
        payload["trigger_id"] = workspace.Triggers.Issue(user.Id);
        payload["response_url"] = workspace.ResponseUrls.Issue("app", message.Channel, user.Id).ToString();
        payload["message_ts"] = message.Ts;
        payload["message"] = message.ToJson(workspace);
        return Interaction(callbackId, payload);
    }

    public BotRequest BlockAction(User user, Surface surface, JsonObject action)
    {
        action["action_ts"] = workspace.Messages.NextTs("");
        var payload = Basis("block_actions", user);
        payload["api_app_id"] = workspace.AppId;
        payload["actions"] = new JsonArray(action);
        Place(payload, surface);
        if (surface is Message message)
        {
            payload["state"] = ViewJson.State(surface.Values);
            payload["response_url"] = workspace.ResponseUrls.Issue(
                "actions", message.Channel, user.Id, message.Ts, message.ThreadTs).ToString();
            payload["trigger_id"] = workspace.Triggers.Issue(user.Id);
        }
        else
        {
            payload["trigger_id"] = workspace.Triggers.Issue(user.Id, surface is View { IsHome: false } view ? view.Id : null);
        }

        return Interaction((string)action["action_id"]!, payload);
    }

    public BotRequest Suggestion(User user, Surface surface, BlockElement field, string typed)
    {
        var payload = Basis("block_suggestion", user);
        payload["api_app_id"] = workspace.AppId;
        payload["action_id"] = field.ActionId;
        payload["block_id"] = field.BlockId;
        payload["value"] = typed;
        Place(payload, surface);
        return BotRequest.Payload("slack/options", field.ActionId, payload);
    }

    public BotRequest Submission(User user, View view)
    {
        var payload = Basis("view_submission", user);
        payload["api_app_id"] = workspace.AppId;
        payload["trigger_id"] = workspace.Triggers.Issue(user.Id, view.Id);
        payload["view"] = view.ToJson(workspace);
        payload["response_urls"] = ResponseUrls(user, view);
        return Interaction(view.CallbackId, payload);
    }

    public BotRequest Closed(User user, View view, bool isCleared)
    {
        var payload = Basis("view_closed", user);
        payload["api_app_id"] = workspace.AppId;
        payload["view"] = view.ToJson(workspace);
        payload["is_cleared"] = isCleared;
        return Interaction(view.CallbackId, payload);
    }

    private static BotRequest Interaction(string name, JsonObject payload) => BotRequest.Payload("slack/interactivity", name, payload);

    private JsonObject Basis(string type, User user) => new()
    {
        ["type"] = type,
        ["token"] = VerificationToken,
        ["team"] = TeamOf(user),
        ["user"] = new JsonObject
        {
            ["id"] = user.Id,
            ["username"] = user.Name,
            ["name"] = user.Name,
            ["team_id"] = user.TeamId ?? workspace.Team.Id,
        },
        ["is_enterprise_install"] = false,
        ["enterprise"] = null,
    };

    /// <summary>The workspace of whoever acted: another company's for people who are here through Slack Connect.</summary>
    private JsonObject TeamOf(User user) => user.TeamId is { } other
        ? new() { ["id"] = other, ["domain"] = other.ToLowerInvariant() }
        : new() { ["id"] = workspace.Team.Id, ["domain"] = workspace.Team.Domain };

    private void Place(JsonObject payload, Surface surface)
    {
        if (surface is View view)
        {
            payload["container"] = new JsonObject { ["type"] = "view", ["view_id"] = view.Id };
            payload["view"] = view.ToJson(workspace);
            return;
        }

        var message = (Message)surface;
        var container = new JsonObject
        {
            ["type"] = "message",
            ["message_ts"] = message.Ts,
            ["channel_id"] = message.Channel,
            ["is_ephemeral"] = message.IsEphemeral,
        };
        if (message.ThreadTs is { } root)
        {
            container["thread_ts"] = root;
        }

        payload["container"] = container;
        payload["channel"] = ChannelRef(message.Channel);
        if (!message.IsEphemeral)
        {
            payload["message"] = message.ToJson(workspace);
        }
    }

    private JsonObject ChannelRef(string id)
    {
        var channel = workspace.Channels.Named(id);
        return new JsonObject
        {
            ["id"] = id,
            ["name"] = channel.IsDm ? "directmessage" : channel.IsPrivate ? "privategroup" : channel.Name,
        };
    }

    private JsonArray ResponseUrls(User user, View view)
    {
        var urls = new JsonArray();
        foreach (var field in BlockTree.Elements(view.Blocks).Where(f => f.Element.Flag("response_url_enabled")))
        {
            var channel = view.Values.TryGetValue(field.Key, out var value)
                ? value.Text("selected_conversation") ?? value.Text("selected_channel")
                : null;
            if (channel is not null)
            {
                urls.Add(new JsonObject
                {
                    ["block_id"] = field.BlockId,
                    ["action_id"] = field.ActionId,
                    ["channel_id"] = channel,
                    ["response_url"] = workspace.ResponseUrls.Issue("app", channel, user.Id).ToString(),
                });
            }
        }

        return urls;
    }
}
