using System.Net;
using System.Text;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Features.WriteUps.Versions;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Web;

public sealed class WriteUpPageTests
{
    private const int MostBytes = 150_000;

    [Fact]
    [Trait("Engine", "both")]
    public async Task The_finished_write_up_is_a_page_with_the_summary_first()
    {
        await using var app = await BotApp.StartAsync(PageBrowser.Settings);
        await PublishedVersionTests.PublishedAsync(app);
        var browser = await PageBrowser.SignedInAsync(app, "ben");

        var page = await browser.GetAsync("/incidents/1");

        Assert.Equal((HttpStatusCode.OK, "Checkout is down"), (page.Status, page.Title));
        Assert.StartsWith(
            "Checkout failed for 40 minutes.", page.Document.QuerySelector(".lead")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal(
            "No contract test covers the payment API", page.Document.QuerySelector("section.gap > p")!.TextContent.Trim());
        Assert.Equal(
            ["Payments failed", "The client sent an old field", "Structural gap: No contract test covers the payment API"],
            page.Document.QuerySelectorAll("section.gap ol.chain li").Select(step => step.TextContent.Trim()).Where(Known));
        Assert.Contains("Version 1", page.Text, StringComparison.Ordinal);
        Assert.True(Encoding.UTF8.GetByteCount(page.Html) < MostBytes);
        Assert.Empty(page.Document.QuerySelectorAll("script"));

        static bool Known(string step) => step is not ("The schema changed" or "No one owns the contract");
    }

    [Fact]
    public async Task It_shows_what_was_published_and_not_what_someone_has_edited_since()
    {
        await using var app = await BotApp.StartAsync(PageBrowser.Settings);
        var incident = await PublishedVersionTests.PublishedAsync(app);
        var browser = await PageBrowser.SignedInAsync(app, "ben");

        await incident.WriteAsync("summary", ("summary", "Nobody could pay for an hour. The numbers are being checked."));
        var page = await browser.GetAsync("/incidents/1");

        Assert.StartsWith(
            "Checkout failed for 40 minutes.", page.Document.QuerySelector(".lead")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.DoesNotContain("being checked", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_it_is_published_the_page_says_what_is_known_and_what_is_next()
    {
        await using var app = await BotApp.StartAsync(PageBrowser.Settings);
        var open = await Scenarios.DeclaredSev1(app);
        var browser = await PageBrowser.SignedInAsync(app, "ben");
        var during = await browser.GetAsync("/incidents/1");
        await app.AdvanceAsync(TimeSpan.FromHours(1));
        await Scenarios.Resolve(app, open);

        var after = await browser.GetAsync("/incidents/1");

        Assert.Contains("The incident is still open.", during.Text, StringComparison.Ordinal);
        Assert.Contains("The connection pool was too small.", after.Text, StringComparison.Ordinal);
        Assert.Contains("The post-mortem is due on Thu 5 Mar 2026, 10:00.", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_timeline_is_drawn_and_the_list_below_says_the_same_on_the_readers_clock()
    {
        await using var app = await BotApp.StartAsync(PageBrowser.Settings);
        var incident = await Scenarios.DeclaredSev1(app);
        var maya = app.Slack.As("maya");
        await maya.TypeAsync(incident.Channel, "/incident note rolled back the release at 08:40 UTC");
        await maya.TypeAsync(incident.Channel, "/incident signal payments waited at 08:20 UTC missed");
        await app.SettleAsync();
        await app.AdvanceAsync(TimeSpan.FromHours(1));
        await Scenarios.Resolve(app, incident);
        var aiko = await PageBrowser.SignedInAsync(app, "aiko");

        var page = await aiko.GetAsync("/incidents/1");

        Assert.Equal(2, page.Document.QuerySelectorAll("section.timeline figure > svg").Length);
        var description = page.Document.QuerySelector("svg.wide")!.GetAttribute("aria-label");
        Assert.Contains("1 signal, 1 of them missed", description, StringComparison.Ordinal);
        var missed = page.Document.QuerySelector("ol.entries li.missed")!;
        Assert.Equal("17:20", missed.QuerySelector("time")!.TextContent);
        Assert.Contains("payments waited", missed.TextContent, StringComparison.Ordinal);
        Assert.Contains("Asia/Tokyo, UTC+9", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Engine", "both")]
    public async Task A_private_incident_looks_to_others_like_one_that_does_not_exist()
    {
        await using var app = await BotApp.StartAsync(PageBrowser.Settings);
        await ResolvedIncident.Private(app);
        var (maya, ben) = (await PageBrowser.SignedInAsync(app, "maya"), await PageBrowser.SignedInAsync(app, "ben"));

        var seen = await maya.GetAsync("/incidents/1");
        var hidden = await ben.GetAsync("/incidents/1");
        var missing = await ben.GetAsync("/incidents/7");

        Assert.Equal(HttpStatusCode.OK, seen.Status);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (hidden.Status, missing.Status));
        Assert.Equal(
            WithoutToken(missing).Replace(" 7", " 1", StringComparison.Ordinal).Replace("/7", "/1", StringComparison.Ordinal),
            WithoutToken(hidden));
    }

    [Fact]
    public async Task Reading_a_page_invites_no_one_to_the_channel()
    {
        await using var app = await BotApp.StartAsync(PageBrowser.Settings);
        var incident = await ResolvedIncident.Sev1(app);
        var before = app.Slack.Channels.Named(incident.Channel).Members.Count;

        await (await PageBrowser.SignedInAsync(app, "tom")).GetAsync("/incidents/1");
        await app.SettleAsync();

        Assert.Equal(before, app.Slack.Channels.Named(incident.Channel).Members.Count);
    }

    [Fact]
    public async Task What_people_typed_is_shown_as_typed()
    {
        await using var app = await BotApp.StartAsync(PageBrowser.Settings);
        await Scenarios.DeclaredSev1(app, "<script>alert(1)</script> & *bold*");

        var page = await (await PageBrowser.SignedInAsync(app, "ben")).GetAsync("/incidents/1");

        Assert.Equal("<script>alert(1)</script> & *bold*", page.Title);
        Assert.Empty(page.Document.QuerySelectorAll("script"));
    }

    [Fact]
    public async Task Cards_lead_to_the_page_only_where_there_are_pages()
    {
        await using var with = await BotApp.StartAsync(PageBrowser.Settings);
        await using var without = await BotApp.StartAsync();

        await PublishedVersionTests.PublishedAsync(with);
        await PublishedVersionTests.PublishedAsync(without);

        Assert.Contains("http://localhost:5080/incidents/1", Announced(with), StringComparison.Ordinal);
        Assert.DoesNotContain("/incidents/1", Announced(without), StringComparison.Ordinal);
        Assert.DoesNotContain("Open write-up", Announced(without), StringComparison.Ordinal);
    }

    private static string Announced(BotApp app) => string.Join('\n', app.Slack.Calls.Api.Select(call => call.ToString()));

    private static string WithoutToken(PageAnswer page) => page.Document.QuerySelector("main")!.OuterHtml;
}
