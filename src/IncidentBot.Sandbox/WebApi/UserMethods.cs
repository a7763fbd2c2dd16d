using System.Text.Json.Nodes;
using IncidentBot.Sandbox.State;
using IncidentBot.Sandbox.Wire;

namespace IncidentBot.Sandbox.WebApi;

/// <summary>People, groups and the team.</summary>
internal sealed class UserMethods(Workspace workspace)
{
    public IEnumerable<ApiMethod> All =>
    [
        new("users.info", ["users:read"], ["user"], Info),
        new("users.list", ["users:read"], [], List),
        new("usergroups.list", ["usergroups:read"], [], Groups),
        new("usergroups.users.list", ["usergroups:read"], ["usergroup"], GroupUsers),
        new("team.info", ["team:read"], [], TeamInfo) { TakesJson = true },
        new("auth.test", [], [], AuthTest) { TakesJson = true },
    ];

    private bool WithEmail => workspace.Installation.Has("users:read.email");

    private JsonObject Info(ApiContext call) => ApiContext.Ok(new KeyValuePair<string, JsonNode?>(
        "user", call.User("user").ToJson(workspace, WithEmail, call.Arguments.Flag("include_locale"))));

    private JsonObject List(ApiContext call)
    {
        var (page, metadata) = call.Page([.. workspace.Users.All.Where(u => !u.IsExternal)], 1000, 1000);
        return ApiContext.Ok(
            new("members", new JsonArray([.. page.Select(u => u.ToJson(workspace, WithEmail, call.Arguments.Flag("include_locale")))])),
            new("cache_ts", workspace.Now.ToUnixTimeSeconds()),
            new("response_metadata", metadata));
    }

    private JsonObject Groups(ApiContext call)
    {
        var groups = new JsonArray([.. workspace.Users.Groups.Select(g => Group(g, call))]);
        return ApiContext.Ok(new KeyValuePair<string, JsonNode?>("usergroups", groups));
    }

    private JsonObject Group(UserGroup group, ApiContext call)
    {
        var json = new JsonObject
        {
            ["id"] = group.Id,
            ["team_id"] = workspace.Team.Id,
            ["is_usergroup"] = true,
            ["name"] = group.Name,
            ["description"] = "",
            ["handle"] = group.Handle,
            ["is_external"] = false,
            ["date_create"] = 1769400000,
            ["date_update"] = 1769400000,
            ["date_delete"] = 0,
            ["auto_type"] = null,
            ["created_by"] = group.Users[0],
        };
        if (call.Arguments.Flag("include_users"))
        {
            json["users"] = Json.ToArray(group.Users);
        }

        if (call.Arguments.Flag("include_count"))
        {
            json["user_count"] = group.Users.Count;
        }

        return json;
    }

    private JsonObject GroupUsers(ApiContext call)
    {
        var group = workspace.Users.Groups.FirstOrDefault(g => g.Id == call.Arguments.Text("usergroup"))
            ?? throw new ApiRefusal("no_such_subteam");
        return ApiContext.Ok(new KeyValuePair<string, JsonNode?>("users", Json.ToArray(group.Users)));
    }

    private JsonObject TeamInfo(ApiContext call) => ApiContext.Ok(new KeyValuePair<string, JsonNode?>("team", new JsonObject
    {
        ["id"] = workspace.Team.Id,
        ["name"] = workspace.Team.Name,
        ["domain"] = workspace.Team.Domain,
        ["email_domain"] = "example.test",
        ["icon"] = new JsonObject { ["image_34"] = $"{workspace.Options.BaseUrl}team_34.png", ["image_default"] = true },
        ["enterprise_id"] = null,
        ["enterprise_name"] = null,
    }));

    private JsonObject AuthTest(ApiContext call) => ApiContext.Ok(
        new("url", workspace.Team.Url),
        new("team", workspace.Team.Name),
        new("user", call.Bot.Name),
        new("team_id", workspace.Team.Id),
        new("user_id", call.Bot.Id),
        new("bot_id", call.Bot.BotId),
        new("is_enterprise_install", false));
}
