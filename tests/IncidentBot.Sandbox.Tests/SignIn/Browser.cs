using System.Net;
using System.Text.Json;
using IncidentBot.Sandbox.Tests.Lab;
using Microsoft.AspNetCore.WebUtilities;

namespace IncidentBot.Sandbox.Tests.SignIn;

/// <summary>Sends a person through an authorize page, and exchanges the code for a token as the app does.</summary>
internal static class Browser
{
    public const string Redirect = "http://localhost/signin";
    public const string Verifier = "dBjftJeZ4CVP-mBZSHs9zHmbZ3UuI0vvVTqHrkeuXKo";
    private const string ClientId = "1000000000.2000000000";

    public static string SignIn(params (string Name, string Value)[] changed) => Address(
        "/openid/connect/authorize",
        [
            ("response_type", "code"), ("scope", "openid email profile"), ("client_id", ClientId),
            ("redirect_uri", Redirect), ("state", "s1"), ("nonce", "n1"), .. changed,
        ]);

    public static string Install(params (string Name, string Value)[] changed) => Address(
        "/oauth/v2/authorize",
        [("scope", "chat:write,commands"), ("client_id", ClientId), ("redirect_uri", Redirect), ("state", "s1"), .. changed]);

    /// <summary>Consents, or declines if no user is given; returns the parameters of the redirect to the app.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> DecideAsync(SlackLab lab, string address, string? user)
    {
        using var form = SlackLab.Form(user is null ? [] : [("user", user)]);
        using var answer = await lab.Http.PostAsync(address, form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith(Redirect, answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        return QueryHelpers.ParseQuery(answer.Headers.Location.Query).ToDictionary(
            q => q.Key,
            q => q.Value.ToString(),
            StringComparer.Ordinal);
    }

    public static async Task<JsonElement> RedeemAsync(
        SlackLab lab, string method, string code, params (string Name, string Value)[] changed)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["client_id"] = ClientId,
            ["client_secret"] = "sandbox-client-secret",
            ["code"] = code,
            ["redirect_uri"] = Redirect,
        };
        foreach (var (name, value) in changed)
        {
            fields[name] = value;
        }

        using var content = new FormUrlEncodedContent(fields);
        using var answer = await lab.SendAsync(method, content, token: null);
        return Json.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static string Address(string path, (string Name, string Value)[] query)
    {
        var last = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (name, value) in query)
        {
            last[name] = value;
        }

        return QueryHelpers.AddQueryString(path, last);
    }
}
