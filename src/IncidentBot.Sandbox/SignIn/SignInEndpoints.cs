using System.Text.Json.Nodes;
using IncidentBot.Sandbox.State;
using Microsoft.AspNetCore.WebUtilities;

namespace IncidentBot.Sandbox.SignIn;

/// <summary>The consent pages, and the OpenID configuration of this workspace.</summary>
internal sealed class SignInEndpoints(Workspace workspace)
{
    public static void Map(WebApplication app)
    {
        var workspace = app.Services.GetRequiredService<Workspace>();
        var pages = new SignInEndpoints(workspace);
        foreach (var (path, isSignIn) in new[] { ("/oauth/v2/authorize", false), ("/openid/connect/authorize", true) })
        {
            app.MapGet(path, (HttpRequest request) => pages.Ask(request, isSignIn));
            app.MapPost(path, (HttpRequest request) => pages.DecideAsync(request, isSignIn)).DisableAntiforgery();
        }

        app.MapGet("/openid/connect/keys", () => Json(workspace.IdTokens.Keys()));
        app.MapGet("/.well-known/openid-configuration", () => Json(pages.Configuration()));
    }

    private static IResult Json(JsonObject json) => Results.Text(Sandbox.Json.ToText(json), "application/json");

    private IResult Ask(HttpRequest request, bool isSignIn)
    {
        var (asked, error) = AuthorizationRequest.Read(request.Query, isSignIn, workspace);
        return asked is null
            ? Results.Content(ConsentPage.Refusal(error!), "text/html; charset=utf-8", statusCode: 400)
            : Results.Content(ConsentPage.Ask(asked, workspace), "text/html; charset=utf-8");
    }

    /// <summary>"user" agrees; without it the person cancelled.</summary>
    private async Task<IResult> DecideAsync(HttpRequest request, bool isSignIn)
    {
        var (asked, error) = AuthorizationRequest.Read(request.Query, isSignIn, workspace);
        if (asked is null)
        {
            return Results.Content(ConsentPage.Refusal(error!), "text/html; charset=utf-8", statusCode: 400);
        }

        var form = await request.ReadFormAsync();
        var user = workspace.Users.People.FirstOrDefault(u => u.Id == form["user"].FirstOrDefault());
        var answer = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [user is null ? "error" : "code"] = user is null ? "access_denied" : workspace.Codes.Issue(asked, user.Id),
        };
        if (asked.State is { } state)
        {
            answer["state"] = state;
        }

        return asked.IsFormPost
            ? Results.Content(ConsentPage.PostBack(asked.RedirectUri, answer), "text/html; charset=utf-8")
            : Results.Redirect(QueryHelpers.AddQueryString(asked.RedirectUri, answer));
    }

    private JsonObject Configuration()
    {
        var issuer = workspace.Options.Issuer;
        return new JsonObject
        {
            ["issuer"] = issuer,
            ["authorization_endpoint"] = $"{issuer}/openid/connect/authorize",
            ["token_endpoint"] = $"{issuer}/api/openid.connect.token",
            ["userinfo_endpoint"] = $"{issuer}/api/openid.connect.userInfo",
            ["jwks_uri"] = $"{issuer}/openid/connect/keys",
            ["scopes_supported"] = new JsonArray("openid", "profile", "email"),
            ["response_types_supported"] = new JsonArray("code"),
            ["response_modes_supported"] = new JsonArray("form_post"),
            ["grant_types_supported"] = new JsonArray("authorization_code"),
            ["subject_types_supported"] = new JsonArray("public"),
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
            ["claims_supported"] = new JsonArray("sub", "auth_time", "iss"),
            ["claims_parameter_supported"] = false,
            ["request_parameter_supported"] = false,
            ["request_uri_parameter_supported"] = true,
            ["token_endpoint_auth_methods_supported"] = new JsonArray("client_secret_post", "client_secret_basic"),
        };
    }
}
