using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.SignIn;

/// <summary>Id tokens, signed RS256 with a key of this workspace and valid for five minutes.</summary>
internal sealed class IdTokens(Workspace workspace) : IDisposable
{
    private const string KeyId = "sandbox-key-1";
    private const int Verified = 1700000000;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private readonly Lazy<RSA> key = new(() => RSA.Create(2048));

    public JsonObject Keys()
    {
        var numbers = key.Value.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["e"] = Base64Url.EncodeToString(numbers.Exponent),
                ["n"] = Base64Url.EncodeToString(numbers.Modulus),
                ["kty"] = "RSA",
                ["kid"] = KeyId,
                ["alg"] = "RS256",
                ["use"] = "sig",
            }),
        };
    }

    public string Issue(Consent consent, string accessToken)
    {
        var now = workspace.Now.ToUnixTimeSeconds();
        var claims = new JsonObject
        {
            ["iss"] = workspace.Options.Issuer,
            ["sub"] = consent.User,
            ["aud"] = consent.Request.ClientId,
            ["exp"] = now + (long)Life.TotalSeconds,
            ["iat"] = now,
            ["auth_time"] = consent.At.ToUnixTimeSeconds(),
            ["nonce"] = consent.Request.Nonce,
            ["at_hash"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(accessToken)).AsSpan(0, 16)),
        };
        Add(claims, consent);
        var head = Part(new JsonObject { ["typ"] = "JWT", ["alg"] = "RS256", ["kid"] = KeyId });
        var content = $"{head}.{Part(claims)}";
        var signature = key.Value.SignData(Encoding.ASCII.GetBytes(content), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{content}.{Base64Url.EncodeToString(signature)}";
    }

    public JsonObject UserInfo(Consent consent)
    {
        var json = new JsonObject { ["ok"] = true, ["sub"] = consent.User };
        Add(json, consent);
        var picture = $"{workspace.Options.BaseUrl}avatars/{consent.User}_512.png";
        json["picture"] = picture;
        json["https://slack.com/user_image_512"] = picture;
        json["https://slack.com/team_name"] = workspace.Team.Name;
        json["https://slack.com/team_domain"] = workspace.Team.Domain;
        return json;
    }

    public void Dispose()
    {
        if (key.IsValueCreated)
        {
            key.Value.Dispose();
        }
    }

    /// <summary>Address and name as far as the person agreed to.</summary>
    private void Add(JsonObject json, Consent consent)
    {
        var user = workspace.Users.ById(consent.User)!;
        json["https://slack.com/team_id"] = user.TeamId ?? workspace.Team.Id;
        json["https://slack.com/user_id"] = user.Id;
        if (consent.Request.Scopes.Contains("email"))
        {
            json["email"] = user.Email;
            json["email_verified"] = user.Email is not null;
            json["date_email_verified"] = Verified;
        }

        if (consent.Request.Scopes.Contains("profile"))
        {
            var names = user.RealName.Split(' ', 2);
            json["locale"] = "en-GB";
            json["name"] = user.RealName;
            json["given_name"] = names[0];
            json["family_name"] = names.Length > 1 ? names[1] : "";
            json["https://slack.com/team_image_default"] = true;
        }
    }

    private static string Part(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Json.ToText(json)));
}
