using System.Text;
using IncidentBot.Cards;
using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.Timelines;

/// <summary>Files of an entry are stored by name and link, and never made public.</summary>
public sealed class FileTests
{
    [Fact]
    public async Task A_screenshot_is_linked_in_the_channel_the_review_and_the_write_up()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var graph = Upload(app, "latency [p99].png");

        await WriteAsync(app, incident, ("text", "Latency rose"), ("files", graph.Id));

        var entry = Assert.Single(await app.EntriesAsync());
        Assert.Equal(
            (graph.Id, "latency [p99].png", "image/png"), entry.Files.Select(file => (file.Id, file.Name, file.MimeType)).Single());
        Assert.Contains($"/{graph.Id}/", entry.Files[0].Permalink, StringComparison.Ordinal);
        Assert.Contains(
            "Latency rose · :paperclip: latency [p99].png",
            app.Slack.PlainText(app.Slack.MessagesIn(incident.Channel)[^1]),
            StringComparison.Ordinal);
        await Scenarios.Resolve(app, incident);
        Assert.Contains(":paperclip: latency [p99].png", await ReviewAsync(app, incident), StringComparison.Ordinal);
        Assert.Contains(
            $@"Latency rose ([latency \[p99\].png](<{entry.Files[0].Permalink}>))",
            await WriteUpAsync(app, incident),
            StringComparison.Ordinal);
        Assert.DoesNotContain(app.Slack.Calls.Api, call => call.Method.Contains("Public", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Files_can_be_added_to_an_entry_later_and_each_is_stored_once()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var (first, second) = (Upload(app, "one.png"), Upload(app, "two.txt"));
        await WriteAsync(app, incident, ("text", "Latency rose"), ("files", first.Id));
        var id = (await app.EntriesAsync())[0].Id.ToString("N");
        var maya = app.Slack.As("maya");

        await maya.TypeAsync(incident.Channel, "/incident timeline");
        await maya.SelectAsync(app.Slack.OpenView("maya")!, "timeline_entry_menu", $"edit:{id}");
        await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, ("files", $"{first.Id},{second.Id}")));
        await app.SettleAsync();

        Assert.Equal(["one.png", "two.txt"], Assert.Single(await app.EntriesAsync()).Files.Select(file => file.Name));
    }

    [Fact]
    public async Task An_entry_needs_no_file()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);

        await WriteAsync(app, incident, ("text", "Latency rose"), ("files", ""));

        Assert.Empty(Assert.Single(await app.EntriesAsync()).Files);
    }

    [Fact]
    public async Task A_message_brings_its_files_to_the_timeline()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var shared = await app.Slack.As("ben").UploadAsync(incident.Channel, "errors.csv", [1, 2], "The errors by minute");

        await app.Slack.As("maya").ReactAsync(shared, "pushpin");
        await app.SettleAsync();

        Assert.Equal("errors.csv", Assert.Single(Assert.Single(await app.EntriesAsync()).Files).Name);
        var review = await ReviewAsync(app, incident);
        Assert.True(review.Contains("The errors by minute · :paperclip: errors.csv", StringComparison.Ordinal), review);
    }

    private static SharedFile Upload(BotApp app, string name)
    {
        var file = app.Slack.Files.Start(name, 3, app.Slack.As("maya").User.Id);
        app.Slack.Files.Put(file with { Content = [1, 2, 3], IsComplete = true });
        return file;
    }

    private static async Task WriteAsync(BotApp app, ScenarioIncident incident, params (string, string)[] values)
    {
        var maya = app.Slack.As("maya");
        var card = app.Slack.MessagesIn(incident.Channel).First(message => message.Pin is not null);
        await maya.ClickAsync(card, CardActions.AddEntry);
        await maya.SubmitAsync(await maya.FillAsync(app.Slack.OpenView("maya")!, values));
        await app.SettleAsync();
    }

    private static async Task<string> ReviewAsync(BotApp app, ScenarioIncident incident)
    {
        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident timeline");
        var shown = app.Slack.PlainText(app.Slack.OpenView("maya")!);
        await app.Slack.As("maya").CloseAsync(app.Slack.OpenView("maya")!, all: true);
        return shown;
    }

    private static async Task<string> WriteUpAsync(BotApp app, ScenarioIncident incident)
    {
        var maya = app.Slack.As("maya");
        await maya.TypeAsync(incident.Channel, "/postmortem");
        await maya.ClickAsync(app.Slack.OpenView("maya")!, "post_mortem_preview");
        await maya.ClickAsync(app.Slack.OpenView("maya")!, "post_mortem_draft_share");
        await app.SettleAsync();
        var file = app.Slack.MessagesIn(incident.Channel)
            .SelectMany(message => message.Files.Concat(app.Slack.ThreadOf(message).SelectMany(reply => reply.Files)))
            .First();
        return Encoding.UTF8.GetString(app.Slack.Files.Find(file)!.Content!);
    }
}
