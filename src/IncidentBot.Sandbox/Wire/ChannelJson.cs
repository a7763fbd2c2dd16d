using System.Text.Json.Nodes;
using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.Wire;

internal static class ChannelJson
{
    public static JsonObject ToJson(this Channel channel, Workspace workspace, bool withCount = false)
    {
        var bot = workspace.Users.Bot.Id;
        if (channel.IsDm)
        {
            return Dm(channel, workspace);
        }

        var json = Basics(channel, workspace);
        json["is_member"] = channel.Members.Contains(bot);
        json["last_read"] = "0000000000.000000";
        json["topic"] = Note(channel.Topic);
        json["purpose"] = Note(ChannelNote.Empty);
        json["previous_names"] = Json.ToArray(channel.PreviousNames);
        json["priority"] = 0;
        if (workspace.Canvases.Of(channel.Id) is { } canvas)
        {
            json["properties"] = canvas.ToProperties();
        }

        if (withCount)
        {
            json["num_members"] = channel.Members.Count;
        }

        return json;
    }

    private static JsonObject Basics(Channel channel, Workspace workspace)
    {
        return new JsonObject
        {
            ["id"] = channel.Id,
            ["name"] = channel.Name,
            ["is_channel"] = true,
            ["is_group"] = false,
            ["is_im"] = false,
            ["is_mpim"] = false,
            ["is_private"] = channel.IsPrivate,
            ["created"] = channel.Created.ToUnixTimeSeconds(),
            ["is_archived"] = channel.IsArchived,
            ["is_general"] = channel.IsGeneral,
            ["unlinked"] = 0,
            ["name_normalized"] = channel.Name,
            ["is_shared"] = channel.SharedWith is not null,
            ["is_org_shared"] = false,
            ["is_pending_ext_shared"] = false,
            ["pending_shared"] = new JsonArray(),
            ["context_team_id"] = workspace.Team.Id,
            ["updated"] = (channel.Updated == default ? channel.Created : channel.Updated).ToUnixTimeMilliseconds(),
            ["parent_conversation"] = null,
            ["creator"] = channel.Creator,
            ["is_ext_shared"] = channel.SharedWith is not null,
            ["shared_team_ids"] = Json.ToArray(channel.SharedWith is { } other ? [workspace.Team.Id, other] : [workspace.Team.Id]),
            ["pending_connected_team_ids"] = new JsonArray(),
        };
    }

    private static JsonObject Dm(Channel channel, Workspace workspace) => new()
    {
        ["id"] = channel.Id,
        ["created"] = channel.Created.ToUnixTimeSeconds(),
        ["is_archived"] = false,
        ["is_im"] = true,
        ["is_org_shared"] = false,
        ["context_team_id"] = workspace.Team.Id,
        ["user"] = channel.DmUser,
        ["updated"] = channel.Created.ToUnixTimeMilliseconds(),
        ["is_user_deleted"] = channel.DmUser is { } user && workspace.Users.ById(user)?.IsDeactivated == true,
        ["priority"] = 0,
    };

    private static JsonObject Note(ChannelNote note) => new()
    {
        ["value"] = note.Value,
        ["creator"] = note.Creator,
        ["last_set"] = note.LastSet,
    };
}
