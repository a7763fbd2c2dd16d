using System.Net;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Web;

public sealed class SignInTests
{
    [Fact]
    [Trait("Engine", "both")]
    public async Task A_member_signs_in_with_Slack_and_comes_back_to_the_page_they_wanted()
    {
        await using var app = await BotApp.StartAsync(PageBrowser.Settings);
        await Scenarios.ResolvedSev1(app);
        var browser = new PageBrowser(app);

        var asked = await browser.GetAsync("/incidents/1");
        var button = asked.Document.QuerySelector("main a.button")!;
        var page = await browser.SignInAsync("ben", to: "/incidents/1");

        Assert.Equal("Sign in to read incidents", asked.Title);
        Assert.Equal("/sign-in/slack?to=%2Fincidents%2F1", button.GetAttribute("href"));
        Assert.Equal("Checkout is down", page.Title);
        Assert.Equal("ben", page.Document.QuerySelector(".reader-name")!.TextContent);
    }

    [Fact]
    [Trait("Engine", "both")]
    public async Task A_cookie_works_after_a_restart_and_on_another_node()
    {
        await using var app = await BotApp.StartAsync(PageBrowser.Settings);
        await Scenarios.ResolvedSev1(app);
        var browser = await PageBrowser.SignedInAsync(app, "ben");

        browser.Node = app.Nodes.Count - 1;
        var other = await browser.GetAsync("/incidents/1");
        await app.RestartAsync();
        var later = await browser.GetAsync("/incidents/1");

        Assert.Equal("Checkout is down", other.Title);
        Assert.Equal("Checkout is down", later.Title);
        Assert.Equal(1, await app.ReadAsync(db => db.SignInKeys.CountAsync()));
    }

    [Fact]
    public async Task A_guest_and_someone_of_another_workspace_are_refused_with_the_reason()
    {
        await using var app = await BotApp.StartAsync(PageBrowser.Settings);
        app.Slack.Failures.ShareChannel("incidents");
        var noor = app.Slack.Users.Find("noor")!;

        var guest = await new PageBrowser(app).SignInAsync("gail");
        var outsider = await new PageBrowser(app).SignInAsync(noor.Name);

        Assert.Equal((HttpStatusCode.Forbidden, "These pages are for members"), (guest.Status, guest.Title));
        Assert.Equal((HttpStatusCode.Forbidden, "This is another workspace"), (outsider.Status, outsider.Title));
    }

    [Fact]
    public async Task Whoever_leaves_the_workspace_reads_nothing_more()
    {
        await using var app = await BotApp.StartAsync(PageBrowser.Settings);
        await Scenarios.ResolvedSev1(app);
        var browser = await PageBrowser.SignedInAsync(app, "tom");
        app.Slack.Users.Update(app.Slack.Users.Find("tom")! with { IsDeactivated = true });
        await app.SettleAsync();

        Assert.Equal("Sign in to read incidents", (await browser.GetAsync("/incidents/1")).Title);
    }

    [Fact]
    public async Task Signing_out_needs_the_token_of_our_own_form()
    {
        await using var app = await BotApp.StartAsync(PageBrowser.Settings);
        await Scenarios.ResolvedSev1(app);
        var browser = await PageBrowser.SignedInAsync(app, "ben");
        var page = await browser.GetAsync("/incidents/1");
        var token = page.Document.QuerySelector("form.reader input")!;

        var forged = await browser.PostAsync("/sign-out");
        var stillIn = await browser.GetAsync("/incidents/1");
        await browser.PostAsync("/sign-out", (token.GetAttribute("name")!, token.GetAttribute("value")!));
        var signedOut = await browser.GetAsync("/incidents/1");

        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.Equal("Checkout is down", stillIn.Title);
        Assert.Equal("Sign in to read incidents", signedOut.Title);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task A_sign_in_never_leads_to_another_site(string to)
    {
        await using var app = await BotApp.StartAsync(PageBrowser.Settings);

        var asked = await new PageBrowser(app).GetAsync("/sign-in?to=" + Uri.EscapeDataString(to));

        Assert.Equal("/sign-in/slack?to=%2Fincidents", asked.Document.QuerySelector("main a.button")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Cancelling_at_Slack_and_an_invented_answer_lead_back_to_the_button()
    {
        await using var app = await BotApp.StartAsync(PageBrowser.Settings);
        app.ExpectLogs();
        var browser = new PageBrowser(app);
        var there = await browser.SendAsync(HttpMethod.Get, "/sign-in/slack?to=%2Fincidents%2F1");

        var cancelled = await browser.GetAsync(await browser.AgreeAsync(there.Path, person: null));
        var invented = await browser.GetAsync("/sign-in/callback?code=1&state=2");

        Assert.Equal("Sign in to read incidents", cancelled.Title);
        Assert.Contains("Slack didn't confirm who you are", invented.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_lets_the_browser_run_no_script_and_sends_no_address_to_others()
    {
        await using var app = await BotApp.StartAsync(PageBrowser.Settings);

        var page = await new PageBrowser(app).GetAsync("/sign-in");

        Assert.StartsWith("default-src 'none'; style-src 'self';", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal("nosniff", page.Headers["X-Content-Type-Options"]);
        Assert.Contains("no-store", page.Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("script, [style], style"));
        var sheet = await new PageBrowser(app).GetAsync(page.Document.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!);
        Assert.Contains("immutable", sheet.Headers["Cache-Control"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_address_is_a_page_that_says_so()
    {
        await using var app = await BotApp.StartAsync(PageBrowser.Settings);

        var page = await new PageBrowser(app).GetAsync("/nothing-here");

        Assert.Equal((HttpStatusCode.NotFound, "Page not found"), (page.Status, page.Title));
    }

    [Fact]
    public async Task A_failure_is_a_page_that_says_so_and_nothing_about_itself()
    {
        await using var app = await BotApp.StartAsync(PageBrowser.Settings);
        var browser = await PageBrowser.SignedInAsync(app, "ben");
        app.ExpectLogs();
        await app.ReadAsync(db => db.Database.ExecuteSqlRawAsync("DROP TABLE cause_classes"));

        var page = await browser.GetAsync("/incidents");

        Assert.Equal((HttpStatusCode.InternalServerError, "Something went wrong"), (page.Status, page.Title));
        Assert.DoesNotContain("cause_classes", page.Html, StringComparison.Ordinal);
        Assert.Contains(app.Logs.Lines, line => line.Contains("cause_classes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_program_that_reads_too_many_pages_has_to_wait()
    {
        await using var app = await BotApp.StartAsync(PageBrowser.Settings);
        var (eager, other) = (await PageBrowser.SignedInAsync(app, "ben"), await PageBrowser.SignedInAsync(app, "maya"));
        for (var read = 0; read < IncidentBot.Web.Protection.PageLimits.PagesInAMinute; read++)
        {
            await eager.GetAsync("/nothing-here");
        }

        var refused = await eager.GetAsync("/incidents");

        Assert.Equal((HttpStatusCode.TooManyRequests, "Too many pages at once"), (refused.Status, refused.Title));
        Assert.Equal("60", refused.Headers["Retry-After"]);
        Assert.Equal("Incidents", (await other.GetAsync("/incidents")).Title);
    }

    [Fact]
    public async Task Without_an_address_there_are_no_pages()
    {
        await using var app = await BotApp.StartAsync();

        using var answer = await app.Client().GetAsync(new Uri("/sign-in", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Slacks_requests_are_answered_as_without_pages()
    {
        await using var app = await BotApp.StartAsync(PageBrowser.Settings);
        using var content = new StringContent("command=/incident", System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");

        using var unsigned = await app.Client().PostAsync(
            new Uri("/slack/commands", UriKind.Relative), content, TestContext.Current.CancellationToken);
        using var health = await app.Client().GetAsync(new Uri("/health/live", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, unsigned.StatusCode);
        Assert.Empty(await unsigned.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.False(unsigned.Headers.Contains("Content-Security-Policy"));
        Assert.False(health.Headers.Contains("Content-Security-Policy"));
    }
}
