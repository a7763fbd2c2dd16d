using IncidentBot.Tests.Features.IncidentLog;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Web;

public sealed class TrendsPageTests
{
    [Fact]
    [Trait("Engine", "both")]
    public async Task Figures_have_their_numbers_and_lead_to_what_they_count()
    {
        await using var app = await BotApp.StartAsync(PageBrowser.Settings);
        for (var place = 1; place <= 5; place++)
        {
            await app.ClassAsync(await app.AddAsync($"Checkout is down {place}", ago: TimeSpan.FromDays(8 * place)), "Shared pool");
        }

        var hidden = await app.AddAsync("Zebrafish tank leaks", declaration => declaration with { IsPrivate = true });
        await app.ClassAsync(hidden, "Shared pool");
        var browser = await PageBrowser.SignedInAsync(app, "ben");

        var page = await browser.GetAsync("/trends?months=3");
        var cause = await browser.GetAsync(page.Document.QuerySelector("#classes ~ ul a")!.GetAttribute("href")!);

        Assert.Equal("5 of 6 (83 %)", page.Document.QuerySelector(".big")!.TextContent);
        Assert.Contains("Private incident, Tue 3 Mar 2026", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zebrafish", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(5, cause.Document.QuerySelectorAll(".log-title").Length);
        Assert.Contains("Checkout is down 1", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Last 3 months, all services")]
    [InlineData("?months=6&service=Checkout", "Last 6 months, Checkout")]
    [InlineData("?months=soon", "Last 3 months, all services")]
    public async Task The_address_says_which_period_and_service(string query, string shown)
    {
        await using var app = await BotApp.StartAsync(PageBrowser.Settings);
        await app.AddAsync("Checkout is down");

        var page = await (await PageBrowser.SignedInAsync(app, "ben")).GetAsync($"/trends{query}");

        Assert.Equal(shown, page.Document.QuerySelector(".log-head p")!.TextContent);
    }
}
