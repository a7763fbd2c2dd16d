using System.Text;
using System.Text.Json;
using IncidentBot.Features.IncidentLog;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.IncidentLog;

public sealed class ExportTests
{
    [Fact]
    [Trait("Engine", "both")]
    [Trait("Requirement", "R123")]
    public async Task An_export_comes_by_direct_message_with_what_the_person_may_see()
    {
        await using var app = await BotApp.StartAsync();
        var number = await app.AddAsync("=1+1 breaks \"Überweisung\", again");
        await app.AddAsync("Customer data leaked", declared => declared with { IsPrivate = true });
        await app.AddAsync("Search is slow", declared => declared with { Service = "Search" });
        await app.AddItemsAsync(number, done: 1, open: 1);
        await app.ClassAsync(number, "Shared pool");

        await app.ReadAsync("ben", "export");
        await app.Slack.As("ben").TypeAsync("general", "/incident export");
        await app.SettleAsync();

        var message = Assert.Single(app.Slack.DmWith("ben"), message => message.Files.Count > 0);
        var (csv, json) = (TextOf(app, message.Files[0]), TextOf(app, message.Files[1]));
        Assert.Equal('\uFEFF', csv[0]);
        Assert.Equal(string.Join(',', ExportRow.Columns), csv.TrimStart('\uFEFF').Split("\r\n")[0]);
        Assert.Contains(
            $"{number},2026-03-03T08:00:00Z,2026-03-03T08:30:00Z,30,SEV2,Resolved,,Incident,Checkout,"
                + "\"'=1+1 breaks \"\"Überweisung\"\", again\",,,Shared pool,1,2,",
            csv,
            StringComparison.Ordinal);
        var rows = JsonDocument.Parse(json).RootElement.EnumerateArray().ToList();
        Assert.Equal(["Search is slow", "=1+1 breaks \"Überweisung\", again"], rows.Select(row => row.GetProperty("title").GetString()));
        Assert.DoesNotContain("leaked", csv + json, StringComparison.Ordinal);
        Assert.DoesNotContain(app.Slack.MessagesIn("general"), shown => shown.Files.Count > 0);

        await app.ReadAsync("maya", "log search");
        await app.Slack.As("maya").ClickAsync(app.Shown("maya"), LogActions.Export);
        await app.SettleAsync();
        var filtered = Assert.Single(app.Slack.DmWith("maya"), each => each.Files.Count > 0);
        Assert.Equal(2, TextOf(app, filtered.Files[0]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    private static string TextOf(BotApp app, string file) => Encoding.UTF8.GetString(app.Slack.Files.Find(file)!.Content!);
}
