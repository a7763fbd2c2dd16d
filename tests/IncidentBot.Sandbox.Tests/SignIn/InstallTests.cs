using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Parser;
using IncidentBot.Sandbox.Tests.Lab;

namespace IncidentBot.Sandbox.Tests.SignIn;

public sealed class InstallTests
{
    [Fact]
    public async Task An_installation_gives_the_bots_token_and_its_scopes()
    {
        await using var lab = await SlackLab.StartAsync();
        lab.Workspace.Failures.UninstallApp();
        lab.Workspace.Failures.TakeScope("chat:write");

        var back = await Browser.DecideAsync(lab, Browser.Install(), "U0MAYA0001");
        Assert.Equal("s1", back["state"]);
        var answer = await Browser.RedeemAsync(lab, "oauth.v2.access", back["code"]);

        Sample.AssertShape(Sample.Load("38_oauth_and_openid").GetProperty("oauth.v2.access_bot"), answer);
        Assert.Equal(SlackLab.Token, answer.Text("access_token"));
        Assert.Equal("U0MAYA0001", answer.GetProperty("authed_user").Text("id"));
        Assert.Contains("chat:write", answer.Text("scope")!, StringComparison.Ordinal);
        Assert.True((await lab.CallAsync("auth.test")).Flag("ok"));
        Assert.Empty(lab.Workspace.Failures.Active);
    }

    [Fact]
    public async Task The_secret_may_come_in_the_header()
    {
        await using var lab = await SlackLab.StartAsync();
        var back = await Browser.DecideAsync(lab, Browser.Install(), "U0MAYA0001");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/oauth.v2.access")
        {
            Content = SlackLab.Form(("code", back["code"]), ("redirect_uri", Browser.Redirect)),
            Headers =
            {
                Authorization = new AuthenticationHeaderValue(
                    "Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes("1000000000.2000000000:sandbox-client-secret"))),
            },
        };

        using var answer = await lab.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.True(Json.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Flag("ok"));
    }

    [Fact]
    public async Task A_cancelled_consent_comes_back_as_access_denied()
    {
        await using var lab = await SlackLab.StartAsync();

        var back = await Browser.DecideAsync(lab, Browser.Install(), user: null);

        Assert.Equal("access_denied", back["error"]);
        Assert.Equal("s1", back["state"]);
        Assert.False(back.ContainsKey("code"));
    }

    [Theory]
    [InlineData("client_id", "2.2", "invalid_client_id")]
    [InlineData("client_secret", "wrong", "bad_client_secret")]
    [InlineData("code", "wrong", "invalid_code")]
    [InlineData("redirect_uri", "http://localhost/other", "bad_redirect_uri")]
    public async Task A_wrong_field_is_refused_with_its_code(string field, string value, string error)
    {
        await using var lab = await SlackLab.StartAsync();
        var back = await Browser.DecideAsync(lab, Browser.Install(), "U0MAYA0001");

        var answer = await Browser.RedeemAsync(lab, "oauth.v2.access", back["code"], (field, value));

        Assert.Equal(error, answer.Text("error"));
    }

    [Fact]
    public async Task A_code_is_good_once_for_ten_minutes_and_for_its_own_method()
    {
        await using var lab = await SlackLab.StartAsync();
        var used = await Browser.DecideAsync(lab, Browser.Install(), "U0MAYA0001");
        Assert.True((await Browser.RedeemAsync(lab, "oauth.v2.access", used["code"])).Flag("ok"));
        Assert.Equal("invalid_code", (await Browser.RedeemAsync(lab, "oauth.v2.access", used["code"])).Text("error"));

        var other = await Browser.DecideAsync(lab, Browser.Install(), "U0MAYA0001");
        Assert.Equal("invalid_code", (await Browser.RedeemAsync(lab, "openid.connect.token", other["code"])).Text("error"));

        var old = await Browser.DecideAsync(lab, Browser.Install(), "U0MAYA0001");
        lab.Clock.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));
        Assert.Equal("invalid_code", (await Browser.RedeemAsync(lab, "oauth.v2.access", old["code"])).Text("error"));
    }

    [Theory]
    [InlineData("client_id", "2.2", "invalid_client_id")]
    [InlineData("redirect_uri", "https://elsewhere.test/", "bad_redirect_uri")]
    [InlineData("scope", "", "no_scopes")]
    [InlineData("scope", "openid,chat:write", "invalid_scope")]
    [InlineData("team", "T0OTHER", "invalid_team_for_non_distributed_app")]
    public async Task A_wrong_address_is_refused_on_the_page(string field, string value, string error)
    {
        await using var lab = await SlackLab.StartAsync();

        using var answer = await lab.Http.GetAsync(Browser.Install((field, value)), TestContext.Current.CancellationToken);

        Assert.Equal(400, (int)answer.StatusCode);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal($"Error: {error}", page.QuerySelector("[data-testid=refusal]")!.TextContent);
    }
}
