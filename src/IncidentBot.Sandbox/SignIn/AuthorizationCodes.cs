using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using IncidentBot.Sandbox.State;
using IncidentBot.Sandbox.WebApi;

namespace IncidentBot.Sandbox.SignIn;

/// <summary>Consent that was given and not yet turned into a token.</summary>
internal sealed record Consent(AuthorizationRequest Request, string User, DateTimeOffset At);

/// <summary>Codes live ten minutes and are good once; user tokens carry their scopes.</summary>
internal sealed class AuthorizationCodes(Workspace workspace)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, Consent> codes = [];
    private readonly Dictionary<string, Consent> tokens = [];

    public string Issue(AuthorizationRequest request, string user) => workspace.Change(() =>
    {
        var code = $"{workspace.Ids.NextNumber()}.{Ids.Secret()}";
        codes[code] = new Consent(request, user, workspace.Now);
        return code;
    });

    /// <summary>Uses the code up, or refuses with Slack's words.</summary>
    public Consent Redeem(ApiArguments arguments, bool isSignIn) => workspace.Change(() =>
    {
        if (arguments.Text("client_id") != workspace.Options.ClientId)
        {
            throw new ApiRefusal("invalid_client_id");
        }

        if (arguments.Text("client_secret") != workspace.Options.ClientSecret)
        {
            throw new ApiRefusal("bad_client_secret");
        }

        if (!codes.Remove(arguments.Text("code"), out var consent)
            || consent.Request.IsSignIn != isSignIn
            || workspace.Now - consent.At > Life)
        {
            throw new ApiRefusal("invalid_code");
        }

        if (arguments.Text("redirect_uri") != consent.Request.RedirectUri)
        {
            throw new ApiRefusal("bad_redirect_uri");
        }

        return consent.Request.CodeChallenge is { } challenge && Challenge(arguments.Text("code_verifier")) != challenge
            ? throw new ApiRefusal("invalid_code_verifier")
            : consent;
    });

    public string UserToken(Consent consent) => workspace.Change(() =>
    {
        var token = $"xoxp-{Ids.Secret()}";
        tokens[token] = consent;
        return token;
    });

    public Consent? OfToken(string? token) => workspace.Read(() => token is null ? null : tokens.GetValueOrDefault(token));

    private static string Challenge(string verifier) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
}
