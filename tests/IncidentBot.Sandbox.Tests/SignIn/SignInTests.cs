using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;
using IncidentBot.Sandbox.Tests.Lab;

namespace IncidentBot.Sandbox.Tests.SignIn;

public sealed class SignInTests
{
    private static readonly JsonElement Samples = Sample.Load("38_oauth_and_openid");

    [Fact]
    public async Task A_person_signs_in_and_the_token_says_who()
    {
        await using var lab = await SlackLab.StartAsync();
        var page = new HtmlParser().ParseDocument(await lab.Http.GetStringAsync(Browser.SignIn(), TestContext.Current.CancellationToken));
        Assert.Equal("U0BEN00002", page.QuerySelector("[data-testid=agree-ben]")!.GetAttribute("value"));
        Assert.Null(page.QuerySelector("[data-testid=agree-oskar]"));

        var back = await Browser.DecideAsync(lab, Browser.SignIn(), "U0BEN00002");
        var answer = await Browser.RedeemAsync(lab, "openid.connect.token", back["code"], ("grant_type", "authorization_code"));

        Sample.AssertShape(Samples.GetProperty("openid.connect.token"), answer);
        var (head, claims) = await VerifiedAsync(lab, answer.Text("id_token")!);
        Sample.AssertShape(Samples.GetProperty("id_token_header"), head);
        Sample.AssertShape(Samples.GetProperty("id_token_payload"), claims, "https://slack.com/team_image_230");
        Assert.Equal("http://slack.test", claims.Text("iss"));
        Assert.Equal("U0BEN00002", claims.Text("sub"));
        Assert.Equal("T0SANDBOX1", claims.Text("https://slack.com/team_id"));
        Assert.Equal("n1", claims.Text("nonce"));
        Assert.Equal("ben@example.test", claims.Text("email"));
        Assert.Equal(300, claims.Number("exp") - claims.Number("iat"));

        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/openid.connect.userInfo");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", answer.Text("access_token"));
        using var info = await lab.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Sample.AssertShape(
            Samples.GetProperty("openid.connect.userInfo"),
            Json.Parse(await info.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Only_what_was_agreed_to_is_told()
    {
        await using var lab = await SlackLab.StartAsync();
        var back = await Browser.DecideAsync(lab, Browser.SignIn(("scope", "openid")), "U0BEN00002");
        var answer = await Browser.RedeemAsync(lab, "openid.connect.token", back["code"]);

        var (_, claims) = await VerifiedAsync(lab, answer.Text("id_token")!);

        Assert.Null(claims.At("email"));
        Assert.Null(claims.At("name"));
        Assert.Equal("U0BEN00002", claims.Text("https://slack.com/user_id"));
    }

    [Fact]
    public async Task A_code_needs_the_verifier_of_its_challenge()
    {
        await using var lab = await SlackLab.StartAsync();
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Browser.Verifier)));
        var address = Browser.SignIn(("code_challenge", challenge), ("code_challenge_method", "S256"));

        var first = await Browser.DecideAsync(lab, address, "U0BEN00002");
        Assert.Equal("invalid_code_verifier", (await Browser.RedeemAsync(lab, "openid.connect.token", first["code"])).Text("error"));
        var second = await Browser.DecideAsync(lab, address, "U0BEN00002");
        Assert.True(
            (await Browser.RedeemAsync(lab, "openid.connect.token", second["code"], ("code_verifier", Browser.Verifier))).Flag("ok"));
    }

    [Fact]
    public async Task The_answer_may_come_as_a_form()
    {
        await using var lab = await SlackLab.StartAsync();
        using var form = SlackLab.Form(("user", "U0BEN00002"));

        using var answer = await lab.Http.PostAsync(
            Browser.SignIn(("response_mode", "form_post")), form, TestContext.Current.CancellationToken);

        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(Browser.Redirect, page.QuerySelector("form")!.GetAttribute("action"));
        Assert.Equal("s1", page.QuerySelector("[name=state]")!.GetAttribute("value"));
        Assert.NotEmpty(page.QuerySelector("[name=code]")!.GetAttribute("value")!);
    }

    [Fact]
    public async Task The_configuration_names_the_addresses_of_this_workspace()
    {
        await using var lab = await SlackLab.StartAsync();

        var configuration = Json.Parse(
            await lab.Http.GetStringAsync("/.well-known/openid-configuration", TestContext.Current.CancellationToken));

        Assert.Equal("http://slack.test", configuration.Text("issuer"));
        Assert.Equal("http://slack.test/api/openid.connect.token", configuration.Text("token_endpoint"));
        Assert.Equal("http://slack.test/openid/connect/keys", configuration.Text("jwks_uri"));
    }

    [Fact]
    public async Task The_bots_token_signs_no_one_in()
    {
        await using var lab = await SlackLab.StartAsync();

        Assert.Equal("invalid_auth", (await lab.CallAsync("openid.connect.userInfo")).Text("error"));
    }

    /// <summary>The parts of a token whose signature fits the published key.</summary>
    private static async Task<(JsonElement Head, JsonElement Claims)> VerifiedAsync(SlackLab lab, string token)
    {
        var keys = await lab.Http.GetStringAsync("/openid/connect/keys", TestContext.Current.CancellationToken);
        var key = Json.Parse(keys).GetProperty("keys")[0];
        var parts = token.Split('.');
        using var rsa = RSA.Create(
            new RSAParameters { Modulus = Base64Url.DecodeFromChars(key.Text("n")), Exponent = Base64Url.DecodeFromChars(key.Text("e")) });
        Assert.True(rsa.VerifyData(
            Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"),
            Base64Url.DecodeFromChars(parts[2]),
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1));
        return (Part(parts[0]), Part(parts[1]));
    }

    private static JsonElement Part(string part) => Json.Parse(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(part)));
}
