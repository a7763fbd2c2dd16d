using System.Collections.Immutable;
using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.SignIn;

/// <summary>An app's request in the address of an authorize page.</summary>
internal sealed record AuthorizationRequest(string ClientId, string RedirectUri, ImmutableArray<string> Scopes)
{
    private static readonly string[] OpenIdScopes = ["openid", "email", "profile"];

    /// <summary>Sign in with Slack, not an installation.</summary>
    public bool IsSignIn { get; init; }

    public string? State { get; init; }

    public string? Nonce { get; init; }

    /// <summary>PKCE, S256.</summary>
    public string? CodeChallenge { get; init; }

    /// <summary>True when the answer is sent in a self-submitting form instead of the address.</summary>
    public bool IsFormPost { get; init; }

    /// <summary>The request, or the error that Slack's page shows.</summary>
    public static (AuthorizationRequest? Request, string? Error) Read(IQueryCollection query, bool isSignIn, Workspace workspace)
    {
        string Text(string name) => query[name].FirstOrDefault() ?? "";
        ImmutableArray<string> scopes =
        [
            .. Text("scope").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        ];
        var error =
            Text("client_id") != workspace.Options.ClientId ? "invalid_client_id"
            : !workspace.Options.RedirectUris.Any(uri => Text("redirect_uri").StartsWith(uri, StringComparison.Ordinal))
                ? "bad_redirect_uri"
            : isSignIn && Text("response_type") != "code" ? "invalid_response_type"
            : scopes.IsEmpty || (isSignIn && !scopes.Contains("openid")) ? "no_scopes"
            : scopes.Any(scope => OpenIdScopes.Contains(scope) != isSignIn) ? "invalid_scope"
            : Text("team") is { Length: > 0 } team && team != workspace.Team.Id ? "invalid_team_for_non_distributed_app"
            : null;
        return error is not null ? (null, error) : (new AuthorizationRequest(Text("client_id"), Text("redirect_uri"), scopes)
        {
            IsSignIn = isSignIn,
            State = query["state"].FirstOrDefault(),
            Nonce = query["nonce"].FirstOrDefault(),
            CodeChallenge = query["code_challenge"].FirstOrDefault(),
            IsFormPost = Text("response_mode") == "form_post",
        }, null);
    }
}
