using System.Text.Json.Nodes;
using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.Wire;

internal static class UserJson
{
    private static readonly string[] ImageSizes = ["image_24", "image_32", "image_48", "image_72", "image_192", "image_512"];

    public static JsonObject ToJson(this User user, Workspace workspace, bool withEmail, bool withLocale = false)
    {
        var json = new JsonObject
        {
            ["id"] = user.Id,
            ["team_id"] = user.TeamId ?? workspace.Team.Id,
            ["name"] = user.Name,
            ["deleted"] = user.IsDeactivated,
            ["profile"] = Profile(user, workspace, withEmail),
            ["is_bot"] = user.IsBot,
            ["is_app_user"] = false,
            ["updated"] = 1769400000,
        };
        if (user.IsDeactivated)
        {
            return json;
        }

        if (user.IsExternal)
        {
            json["is_stranger"] = true;
            json["real_name"] = user.RealName;
            return json;
        }

        AddWhatColleaguesSee(json, user, workspace);
        if (withLocale)
        {
            json["locale"] = "en-GB";
        }

        return json;
    }

    private static void AddWhatColleaguesSee(JsonObject json, User user, Workspace workspace)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(user.TimeZone);
        json["color"] = user.Color;
        json["real_name"] = user.RealName;
        json["tz"] = user.TimeZone;
        json["tz_label"] = zone.StandardName;
        json["tz_offset"] = (int)zone.GetUtcOffset(workspace.Now).TotalSeconds;
        json["is_admin"] = user.IsAdmin;
        json["is_owner"] = false;
        json["is_primary_owner"] = false;
        json["is_restricted"] = user.IsGuest;
        json["is_ultra_restricted"] = false;
        json["is_email_confirmed"] = user.Email is not null;
        json["who_can_share_contact_card"] = "EVERYONE";
    }

    public static JsonObject BotProfile(User bot, Workspace workspace) => new()
    {
        ["id"] = bot.BotId,
        ["app_id"] = bot.AppId,
        ["user_id"] = bot.Id,
        ["name"] = bot.RealName,
        ["icons"] = new JsonObject
        {
            ["image_36"] = Image(workspace, bot, "36"),
            ["image_48"] = Image(workspace, bot, "48"),
            ["image_72"] = Image(workspace, bot, "72"),
        },
        ["deleted"] = false,
        ["updated"] = 1769400000,
        ["team_id"] = workspace.Team.Id,
    };

    private static JsonObject Profile(User user, Workspace workspace, bool withEmail)
    {
        var names = user.RealName.Split(' ', 2);
        var profile = new JsonObject
        {
            ["title"] = user.Title,
            ["phone"] = "",
            ["skype"] = "",
            ["real_name"] = user.RealName,
            ["real_name_normalized"] = user.RealName,
            ["display_name"] = user.Name,
            ["display_name_normalized"] = user.Name,
            ["fields"] = null,
            ["status_text"] = "",
            ["status_emoji"] = "",
            ["status_emoji_display_info"] = new JsonArray(),
            ["status_expiration"] = 0,
            ["avatar_hash"] = "g" + user.Id.ToLowerInvariant(),
            ["first_name"] = names[0],
            ["last_name"] = names.Length > 1 ? names[1] : "",
            ["status_text_canonical"] = "",
            ["team"] = user.TeamId ?? workspace.Team.Id,
        };
        foreach (var size in ImageSizes)
        {
            profile[size] = Image(workspace, user, size["image_".Length..]);
        }

        if (user.BotId is not null)
        {
            profile["bot_id"] = user.BotId;
            profile["api_app_id"] = user.AppId;
        }
        else if (withEmail && user.Email is not null)
        {
            profile["email"] = user.Email;
        }

        return profile;
    }

    private static string Image(Workspace workspace, User user, string size) => $"{workspace.Options.BaseUrl}avatars/{user.Id}_{size}.png";
}
