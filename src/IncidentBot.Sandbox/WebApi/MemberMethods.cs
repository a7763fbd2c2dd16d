using System.Text.Json.Nodes;
using IncidentBot.Sandbox.State;
using IncidentBot.Sandbox.Wire;

namespace IncidentBot.Sandbox.WebApi;

/// <summary>Who is in a conversation.</summary>
internal sealed class MemberMethods(Workspace workspace)
{
    private const int InviteLimit = 100;

    private static readonly string[] Invites = ["channels:write.invites", "groups:write.invites", "channels:manage", "groups:write"];

    public IEnumerable<ApiMethod> All =>
    [
        new("conversations.invite", Invites, ["channel", "users"], Invite) { TakesJson = true },
        new("conversations.join", ["channels:join"], ["channel"], Join) { TakesJson = true },
        new("conversations.leave", ["channels:manage", "groups:write", "im:write"], ["channel"], Leave) { TakesJson = true },
        new("conversations.open", ["im:write", "mpim:write"], [], Open) { TakesJson = true },
        new("conversations.members", ["channels:read", "groups:read", "im:read"], ["channel"], Members),
    ];

    /// <summary>Without force, one bad id fails the call; with force, the good ids are added and the bad ones reported.</summary>
    private JsonObject Invite(ApiContext call)
    {
        var channel = call.OwnChannel();
        if (channel.IsDm)
        {
            throw new ApiRefusal("method_not_supported_for_channel_type");
        }

        var users = call.Arguments.List("users");
        if (users.Count > InviteLimit)
        {
            throw ApiRefusal.InvalidArguments($"no more than {InviteLimit} items allowed [json-pointer:/users]");
        }

        var refused = users.Select(u => (User: u, Error: InviteError(call, channel, u))).Where(r => r.Error is not null).ToList();
        if (refused.Count == 0 || call.Arguments.Flag("force"))
        {
            foreach (var user in users.Except(refused.Select(r => r.User)))
            {
                channel = workspace.Channels.Join(channel.Id, user, call.Bot.Id);
            }
        }

        if (refused.Count == 0)
        {
            return ApiContext.Ok(new KeyValuePair<string, JsonNode?>("channel", channel.ToJson(workspace)));
        }

        throw new ApiRefusal(refused[0].Error!)
        {
            Details =
            {
                ["errors"] = new JsonArray(
                    [.. refused.Select(r => new JsonObject { ["user"] = r.User, ["ok"] = false, ["error"] = r.Error })]),
            },
        };
    }

    private string? InviteError(ApiContext call, Channel channel, string id) =>
        id == call.Bot.Id ? "cant_invite_self"
        : workspace.Users.ById(id) is not { } user || user.IsDeactivated ? "user_not_found"
        : channel.Members.Contains(id) ? "already_in_channel"
        : user.IsExternal ? "cant_invite"
        : user.IsGuest ? "user_is_restricted"
        : null;

    private JsonObject Join(ApiContext call)
    {
        var channel = call.Channel();
        if (channel.IsArchived)
        {
            throw new ApiRefusal("is_archived");
        }

        if (channel.IsPrivate || channel.IsDm)
        {
            throw new ApiRefusal("method_not_supported_for_channel_type");
        }

        var isMember = channel.Members.Contains(call.Bot.Id);
        var answer = ApiContext.Ok(
            new KeyValuePair<string, JsonNode?>("channel", workspace.Channels.Join(channel.Id, call.Bot.Id, null).ToJson(workspace)));
        if (isMember)
        {
            answer["warning"] = "already_in_channel";
            answer["response_metadata"] = new JsonObject { ["warnings"] = new JsonArray("already_in_channel") };
        }

        return answer;
    }

    private JsonObject Leave(ApiContext call)
    {
        var channel = call.Channel();
        if (!channel.Members.Contains(call.Bot.Id))
        {
            return new JsonObject { ["ok"] = false, ["not_in_channel"] = true };
        }

        workspace.Channels.Leave(channel.Id, call.Bot.Id);
        return ApiContext.Ok();
    }

    private JsonObject Open(ApiContext call)
    {
        var ids = call.Arguments.List("users");
        if (ids.Count == 0)
        {
            return call.Arguments.Has("channel")
                ? Opened(call, call.Channel(), again: true)
                : throw new ApiRefusal("users_list_not_supplied");
        }

        if (ids.Count > 1)
        {
            throw ApiRefusal.MissingScope(["mpim:write"], workspace.Installation.Scopes);
        }

        var user = workspace.Users.ById(ids[0]) ?? throw new ApiRefusal("user_not_found");
        if (user.IsDeactivated)
        {
            throw new ApiRefusal("user_disabled");
        }

        if (user.IsBot)
        {
            throw new ApiRefusal("cannot_dm_bot");
        }

        var again = workspace.Channels.HasDm(user.Id);
        return Opened(call, workspace.Channels.DmOf(user.Id), again);
    }

    private JsonObject Opened(ApiContext call, Channel channel, bool again)
    {
        var answer = ApiContext.Ok();
        if (again)
        {
            answer["no_op"] = true;
            answer["already_open"] = true;
        }

        answer["channel"] = call.Arguments.Flag("return_im") ? channel.ToJson(workspace) : new JsonObject { ["id"] = channel.Id };
        return answer;
    }

    private static JsonObject Members(ApiContext call)
    {
        var (page, metadata) = call.Page(call.Channel().Members, 100, 1000);
        return ApiContext.Ok(new("members", Json.ToArray(page)), new("response_metadata", metadata));
    }
}
