using System.Text.Json.Nodes;
using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.Wire;

internal static class FileJson
{
    public static JsonObject ToJson(this SharedFile file, Workspace workspace)
    {
        var root = $"{workspace.Options.BaseUrl}files-pri/{workspace.Team.Id}-{file.Id}";
        return new JsonObject
        {
            ["id"] = file.Id,
            ["created"] = file.Created.ToUnixTimeSeconds(),
            ["timestamp"] = file.Created.ToUnixTimeSeconds(),
            ["name"] = file.Name,
            ["title"] = file.Title,
            ["mimetype"] = file.MimeType,
            ["filetype"] = file.Extension,
            ["pretty_type"] = file.Extension.ToUpperInvariant(),
            ["user"] = file.User,
            ["user_team"] = workspace.Team.Id,
            ["editable"] = false,
            ["size"] = file.Content?.LongLength ?? file.DeclaredLength,
            ["mode"] = "hosted",
            ["is_external"] = false,
            ["external_type"] = "",
            ["is_public"] = true,
            ["public_url_shared"] = false,
            ["display_as_bot"] = false,
            ["username"] = "",
            ["url_private"] = $"{root}/{Uri.EscapeDataString(file.Name)}",
            ["url_private_download"] = $"{root}/download/{Uri.EscapeDataString(file.Name)}",
            ["media_display_type"] = "unknown",
            ["permalink"] = $"{workspace.Team.Url}files/{file.User}/{file.Id}/{Uri.EscapeDataString(file.Name)}",
            ["has_rich_preview"] = false,
            ["file_access"] = "visible",
        };
    }
}
