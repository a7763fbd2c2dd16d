using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.Wire;

internal static class ViewJson
{
    public static JsonObject ToJson(this View view, Workspace workspace) => new()
    {
        ["id"] = view.Id,
        ["team_id"] = workspace.Team.Id,
        ["type"] = view.IsHome ? "home" : "modal",
        ["blocks"] = view.Blocks.ToNode(),
        ["private_metadata"] = view.PrivateMetadata,
        ["callback_id"] = view.CallbackId,
        ["state"] = State(view.Values),
        ["hash"] = view.Hash,
        ["title"] = Text(view.IsHome ? "View title" : view.Title),
        ["clear_on_close"] = view.ClearOnClose,
        ["notify_on_close"] = view.NotifyOnClose,
        ["close"] = view.Close is null ? null : Text(view.Close),
        ["submit"] = view.Submit is null ? null : Text(view.Submit),
        ["previous_view_id"] = view.PreviousId,
        ["root_view_id"] = view.RootId,
        ["app_id"] = workspace.AppId,
        ["external_id"] = view.ExternalId,
        ["app_installed_team_id"] = workspace.Team.Id,
        ["bot_id"] = workspace.Users.Bot.BotId,
    };

    public static JsonObject State(ImmutableDictionary<FieldKey, JsonElement> values)
    {
        var blocks = new JsonObject();
        foreach (var (key, value) in values)
        {
            if (blocks[key.BlockId] is not JsonObject block)
            {
                blocks[key.BlockId] = block = [];
            }

            block[key.ActionId] = value.ToNode();
        }

        return new JsonObject { ["values"] = blocks };
    }

    private static JsonObject Text(string text) => new() { ["type"] = "plain_text", ["text"] = text, ["emoji"] = true };
}
