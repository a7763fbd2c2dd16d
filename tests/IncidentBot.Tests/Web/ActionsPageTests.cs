using IncidentBot.Tests.Features.IncidentLog;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Web;

public sealed class ActionsPageTests
{
    [Fact]
    [Trait("Engine", "both")]
    public async Task Own_overdue_and_all_open_action_items_are_listed_and_filtered_by_service()
    {
        await using var app = await BotApp.StartAsync(PageBrowser.Settings);
        var checkout = await app.AddAsync("Checkout is down");
        var search = await app.AddAsync("Search is slow", declaration => declaration with { Service = "Search" });
        await app.AddItemsAsync(checkout, done: 1, open: 1);
        await app.AddItemsAsync(search, done: 0, open: 2);
        var (ben, maya) = (await PageBrowser.SignedInAsync(app, "ben"), await PageBrowser.SignedInAsync(app, "maya"));

        Assert.Equal(3, await CountAsync(ben, "/actions"));
        Assert.Equal(0, await CountAsync(maya, "/actions"));
        Assert.Equal(3, await CountAsync(maya, "/actions?show=all"));
        Assert.Equal(2, await CountAsync(maya, "/actions?show=all&service=search"));
        Assert.Equal(0, await CountAsync(maya, "/actions?show=overdue"));
    }

    [Theory]
    [InlineData(4, 1, "not accepted yet")]
    [InlineData(4, 2, "not accepted yet, 1 day overdue")]
    [InlineData(4, 4, "not accepted yet, 3 days overdue")]
    public async Task How_late_an_action_item_is_stands_beside_its_state(int month, int day, string state)
    {
        await using var app = await BotApp.StartAsync(PageBrowser.Settings);
        await app.AddItemsAsync(await app.AddAsync("Checkout is down"), done: 0, open: 1);
        app.Time.SetUtcNow(new DateTimeOffset(2026, month, day, 12, 0, 0, TimeSpan.Zero));
        var ben = await PageBrowser.SignedInAsync(app, "ben");

        var page = await ben.GetAsync("/actions");

        Assert.Equal(state, page.Document.QuerySelector(".state")!.TextContent);
        Assert.Equal("/incidents/1", page.Document.QuerySelector("td a")!.GetAttribute("href"));
    }

    private static async Task<int> CountAsync(PageBrowser browser, string path) =>
        (await browser.GetAsync(path)).Document.QuerySelectorAll("tbody tr").Length;
}
