using System.Text.Json.Nodes;
using IncidentBot.Sandbox.State;
using IncidentBot.Sandbox.WebApi;

namespace IncidentBot.Sandbox.SignIn;

/// <summary>From a code to a token: installation, and Sign in with Slack.</summary>
internal sealed class SignInMethods(Workspace workspace)
{
    public IEnumerable<ApiMethod> All =>
    [
        new("oauth.v2.access", [], ["code"], Install) { NeedsBotToken = false },
        new("openid.connect.token", [], ["code"], Token) { NeedsBotToken = false },
        new("openid.connect.userInfo", [], [], UserInfo) { NeedsBotToken = false },
    ];

    /// <summary>Scopes add up over installations; whatever was taken away of them before is given back.</summary>
    private JsonObject Install(ApiContext call)
    {
        var consent = workspace.Codes.Redeem(call.Arguments, isSignIn: false);
        workspace.Failures.ReinstallApp();
        workspace.Failures.RestoreToken();
        foreach (var scope in consent.Request.Scopes)
        {
            workspace.Failures.GiveScope(scope);
        }

        return ApiContext.Ok(
            new("access_token", workspace.Options.BotToken),
            new("token_type", "bot"),
            new("scope", string.Join(',', workspace.Installation.Scopes)),
            new("bot_user_id", workspace.Users.Bot.Id),
            new("app_id", workspace.AppId),
            new("team", new JsonObject { ["id"] = workspace.Team.Id, ["name"] = workspace.Team.Name }),
            new("enterprise", null),
            new("is_enterprise_install", false),
            new("authed_user", new JsonObject { ["id"] = consent.User }));
    }

    private JsonObject Token(ApiContext call)
    {
        var consent = workspace.Codes.Redeem(call.Arguments, isSignIn: true);
        var token = workspace.Codes.UserToken(consent);
        return ApiContext.Ok(
            new("access_token", token),
            new("token_type", "Bearer"),
            new("id_token", workspace.IdTokens.Issue(consent, token)),
            new("state", ""));
    }

    private JsonObject UserInfo(ApiContext call) =>
        workspace.IdTokens.UserInfo(
            workspace.Codes.OfToken(call.Token) ?? throw new ApiRefusal(call.Token is null ? "not_authed" : "invalid_auth"));
}
