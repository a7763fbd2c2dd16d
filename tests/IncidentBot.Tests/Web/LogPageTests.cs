using System.Text.Json;
using IncidentBot.Domain.Severities;
using IncidentBot.Tests.Features.IncidentLog;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Web;

public sealed class LogPageTests
{
    [Fact]
    [Trait("Engine", "both")]
    public async Task The_address_filters_sorts_and_searches_as_the_log_in_Slack_does()
    {
        await using var app = await BotApp.StartAsync(PageBrowser.Settings);
        var old = await app.AddAsync("Checkout is down", ago: TimeSpan.FromDays(40));
        await app.AddAsync("Search is slow", declaration => declaration with { Service = "Search", Severity = Severity.Sev1 });
        await app.AddAsync("Mail is late", declaration => declaration with { Service = "Mail" }, ago: TimeSpan.FromDays(3));
        await app.ClassAsync(old, "Shared pool");
        var browser = await PageBrowser.SignedInAsync(app, "ben");

        Assert.Equal(["Search is slow", "Mail is late", "Checkout is down"], await TitlesAsync(browser, ""));
        Assert.Equal(["Checkout is down", "Mail is late", "Search is slow"], await TitlesAsync(browser, "?sort=oldest"));
        Assert.Equal(["Search is slow"], await TitlesAsync(browser, "?severity=sev1"));
        Assert.Equal(["Mail is late"], await TitlesAsync(browser, "?service=mail"));
        Assert.Equal(["Checkout is down"], await TitlesAsync(browser, "?cause=Shared+pool"));
        Assert.Equal(["Search is slow", "Mail is late"], await TitlesAsync(browser, "?from=2026-02-20"));
        Assert.Equal([], await TitlesAsync(browser, "?mine=1"));
        Assert.Equal(["Checkout is down"], await TitlesAsync(browser, "?q=checkout"));
        Assert.Equal([], await TitlesAsync(browser, "?q=checkout&severity=sev1"));
        Assert.Contains(
            "There is no cause class “Unknown”.", (await browser.GetAsync("/incidents?cause=Unknown")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_follow_each_other_in_both_orders()
    {
        await using var app = await BotApp.StartAsync(PageBrowser.Settings);
        for (var number = 1; number <= 30; number++)
        {
            await app.AddAsync($"Incident of day {number}", ago: TimeSpan.FromDays(number));
        }

        var browser = await PageBrowser.SignedInAsync(app, "ben");

        foreach (var order in new[] { "", "?sort=oldest" })
        {
            var first = await browser.GetAsync($"/incidents{order}");
            var second = await browser.GetAsync(first.Document.QuerySelector(".turn a.button")!.GetAttribute("href")!);

            Assert.Equal(30, Titles(first).Concat(Titles(second)).Distinct().Count());
            Assert.Equal(5, Titles(second).Count);
            Assert.Null(second.Document.QuerySelector(".turn a.button"));
        }
    }

    [Fact]
    public async Task The_files_have_the_same_incidents()
    {
        await using var app = await BotApp.StartAsync(PageBrowser.Settings);
        await app.AddAsync("Checkout is down");
        await app.AddAsync("Search is slow", declaration => declaration with { Service = "Search" });
        var browser = await PageBrowser.SignedInAsync(app, "ben");

        var page = await browser.GetAsync("/incidents?service=Search");
        var links = page.Document.QuerySelectorAll(".log-head a").Select(link => link.GetAttribute("href")!).ToList();
        var (csv, json) = (await browser.GetAsync(links[0]), await browser.GetAsync(links[1]));

        Assert.Contains("Search is slow", csv.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Checkout is down", csv.Html, StringComparison.Ordinal);
        Assert.Equal("attachment; filename=\"incident-log.csv\"", csv.Headers["Content-Disposition"]);
        using var list = JsonDocument.Parse(json.Html);
        Assert.Equal("Search is slow", Assert.Single(list.RootElement.EnumerateArray()).GetProperty("title").GetString());
    }

    [Fact]
    public async Task An_address_that_makes_no_sense_filters_nothing()
    {
        await using var app = await BotApp.StartAsync(PageBrowser.Settings);
        await app.AddAsync("Checkout is down");
        var browser = await PageBrowser.SignedInAsync(app, "ben");

        Assert.Equal(
            ["Checkout is down"],
            await TitlesAsync(browser, "?severity=sev9&type=7&from=soon&after=x-y&skip=-3&sort=sideways"));
    }

    private static async Task<List<string>> TitlesAsync(PageBrowser browser, string query) =>
        Titles(await browser.GetAsync($"/incidents{query}"));

    private static List<string> Titles(PageAnswer page) =>
        [.. page.Document.QuerySelectorAll(".log-title").Select(title => title.TextContent.Trim())];
}
