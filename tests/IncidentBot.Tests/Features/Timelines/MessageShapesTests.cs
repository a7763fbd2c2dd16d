using System.Text.Json;
using IncidentBot.Sandbox;
using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Features.Timelines;

/// <summary>Messages as apps and people really post them, from the channel to the timeline.</summary>
public sealed class MessageShapesTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static readonly Dictionary<string, Shape> Shapes = new(StringComparer.Ordinal)
    {
        ["Webhook alert with all words in an attachment"] = new(
            """
            {"username":"Grafana","bot_id":"B0GRAFANA1",
             "attachments":[{"fallback":"x","title":"[FIRING] 5xx","text":"12 %","footer":"v11"}]}
            """,
            "[FIRING] 5xx\n12 %",
            """{"username":"Grafana","bot_id":"B0GRAFANA1","attachments":[{"fallback":"x","title":"[RESOLVED] 5xx","text":"0 %"}]}""",
            "[RESOLVED] 5xx\n0 %",
            "Grafana"),
        ["App with blocks and a button"] = new(
            """
            {"text":"Triggered","blocks":[
             {"type":"section","block_id":"a","text":{"type":"mrkdwn","text":"Triggered: checkout, page <!subteam^S0ONCALL01>"}},
             {"type":"actions","block_id":"b","elements":[
              {"type":"button","action_id":"ack","text":{"type":"plain_text","text":"Acknowledge"}}]}]}
            """,
            "Triggered: checkout, page @oncall",
            """
            {"text":"Triggered","blocks":[
             {"type":"section","block_id":"a","text":{"type":"mrkdwn","text":"Acknowledged by <@U0BEN00002> in <#C0GENERAL1>"}}]}
            """,
            "Acknowledged by @ben in #general",
            "Alertmanager"),
        ["Table"] = new(
            """{"blocks":[{"type":"table","block_id":"t","rows":[[{"type":"raw_text","text":"eu"},{"type":"raw_text","text":"12 %"}]]}]}""",
            "eu | 12 %",
            """{"blocks":[{"type":"table","block_id":"t","rows":[[{"type":"raw_text","text":"eu"},{"type":"raw_text","text":"0 %"}]]}]}""",
            "eu | 0 %",
            "Alertmanager"),
        ["Image with a title"] = new(
            """
            {"blocks":[{"type":"image","block_id":"i","image_url":"https://g.test/1.png","alt_text":"5xx climbs",
             "title":{"type":"plain_text","text":"Errors"}}]}
            """,
            "Errors\n5xx climbs",
            """
            {"blocks":[{"type":"image","block_id":"i","image_url":"https://g.test/2.png","alt_text":"5xx falls",
             "title":{"type":"plain_text","text":"Errors"}}]}
            """,
            "Errors\n5xx falls",
            "Alertmanager"),
        ["Forward, later with a comment"] = new(
            """
            {"person":"ben","attachments":[{"is_share":true,"is_msg_unfurl":true,"author_name":"aiko","fallback":"x",
             "message_blocks":[{"message":{"blocks":[{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[
              {"type":"text","text":"pool is empty"}]}]}]}}]}]}
            """,
            "aiko: pool is empty",
            """
            {"person":"ben","text":"Ours?","attachments":[
             {"is_share":true,"is_msg_unfurl":true,"author_name":"aiko","text":"pool is empty","fallback":"x"}]}
            """,
            "Ours?\naiko: pool is empty",
            "ben"),
        ["Link that Slack unfolds"] = new(
            """{"person":"ben","text":"see <https://status.test/9|the status>"}""",
            "see the status (https://status.test/9)",
            """
            {"person":"ben","text":"see <https://status.test/9|the status>",
             "attachments":[{"from_url":"https://status.test/9","title":"Degraded checkout","fallback":"x","footer":"status.test"}]}
            """,
            "see the status (https://status.test/9)\nDegraded checkout",
            "ben"),
        ["Groups and channels that Slack does not name"] = new(
            """{"person":"ben","text":"<!subteam^S0UNKNOWN1> in <#C0UNKNOWN1|>"}""",
            "a group in a channel",
            """{"person":"ben","text":"<!subteam^S0UNKNOWN1> and <@U0UNKNOWN1>"}""",
            "a group and someone",
            "ben"),
    };

    public static TheoryData<string> Names => [.. Shapes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_entry_has_the_words_of_the_message_follows_its_changes_and_reading_again_changes_nothing(string name)
    {
        var shape = Shapes[name];
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var posted = await PostAsync(app, incident, shape.Posted);

        await app.Slack.As("maya").ReactAsync(posted, "pushpin");
        await app.SettleAsync();
        var entry = Assert.Single(await app.EntriesAsync());
        Assert.Equal((shape.Words, shape.Author), (entry.Text, entry.AuthorName));
        await AssertReadingChangesNothingAsync(app);

        Change(app, posted, shape.Changed);
        await app.SettleAsync();
        var changed = Assert.Single(await app.EntriesAsync());
        Assert.Equal((shape.ChangedWords, shape.Words), (changed.Text, Assert.Single(changed.EarlierTexts).Text));
        await AssertReadingChangesNothingAsync(app);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_change_whose_event_was_lost_is_read_within_the_hour_and_only_once(string name)
    {
        var shape = Shapes[name];
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var posted = await PostAsync(app, incident, shape.Posted);
        await app.Slack.As("maya").PinAsync(posted);
        await app.AdvanceAsync(TimeSpan.FromMinutes(5));

        await app.WithoutDeliveriesAsync(() =>
        {
            Change(app, posted, shape.Changed);
            return Task.CompletedTask;
        });
        await app.AdvanceAsync(Hour);

        Assert.Equal(shape.ChangedWords, Assert.Single(await app.EntriesAsync()).Text);
        await AssertReadingChangesNothingAsync(app);
    }

    [Fact]
    public async Task A_reaction_reads_a_change_whose_event_was_lost()
    {
        var shape = Shapes["Link that Slack unfolds"];
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var posted = await PostAsync(app, incident, shape.Posted);
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        await app.WithoutDeliveriesAsync(() =>
        {
            Change(app, posted, shape.Changed);
            return Task.CompletedTask;
        });

        await app.Slack.As("maya").ReactAsync(posted, "pushpin");
        await app.SettleAsync();

        Assert.Equal(shape.ChangedWords, Assert.Single(await app.EntriesAsync()).Text);
    }

    [Fact]
    public async Task A_file_without_a_name_and_a_huddle_are_entries_too()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var file = await app.Slack.As("ben").UploadAsync(incident.Channel, "", [1, 2, 3]);
        var ben = app.Slack.As("ben").User;
        var channel = app.Slack.Channels.Named(incident.Channel).Id;
        var huddle = app.Slack.Messages.Post(new Message(channel, "", ben.Id, "") { Subtype = "huddle_thread" });

        await app.Slack.As("maya").ReactAsync(file, "pushpin");
        await app.Slack.As("maya").ReactAsync(huddle, "pushpin");
        await app.SettleAsync();

        Assert.Equal(["a file", "A huddle"], (await app.EntriesAsync()).Select(entry => entry.Text));
        await AssertReadingChangesNothingAsync(app);
    }

    [Fact]
    public async Task A_private_channel_keeps_its_name_to_itself()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var bot = app.Slack.Users.Bot.Id;
        app.Slack.Channels.Put(
            new Channel("C0SECRET01", "layoffs", app.Slack.As("ben").User.Id, app.Now) { IsPrivate = true, Members = [bot] });
        var posted = await PostAsync(app, incident, """{"person":"ben","text":"see <#C0SECRET01|>"}""");

        await app.Slack.As("maya").ReactAsync(posted, "pushpin");
        await app.SettleAsync();

        Assert.Equal("see a channel", Assert.Single(await app.EntriesAsync()).Text);
    }

    private static async Task<Message> PostAsync(BotApp app, ScenarioIncident incident, string json)
    {
        var posted = app.Slack.Messages.Post(Fill(Author(app, incident, Json.Parse(json)), json));
        await app.SettleAsync();
        return posted;
    }

    /// <summary>A person, a webhook with a name of its own, or else the app "alertmanager".</summary>
    private static Message Author(BotApp app, ScenarioIncident incident, JsonElement given)
    {
        var channel = app.Slack.Channels.Named(incident.Channel).Id;
        if (given.Text("username") is { } username)
        {
            return new Message(channel, "", "", "") { Subtype = "bot_message", Username = username, BotId = given.Text("bot_id") };
        }

        var user = app.Slack.As(given.Text("person") ?? "alertmanager").User;
        return new Message(channel, "", user.Id, "") { BotId = user.BotId, AppId = user.AppId };
    }

    private static Message Fill(Message message, string json)
    {
        var given = Json.Parse(json);
        return message with
        {
            Text = given.Text("text") ?? "",
            Blocks = given.At("blocks") ?? Json.EmptyArray,
            Attachments = given.At("attachments"),
        };
    }

    /// <summary>Changes a message as an app or Slack does: without marking it as edited.</summary>
    private static void Change(BotApp app, Message posted, string json)
    {
        var before = app.Slack.Messages.Find(posted.Channel, posted.Ts)!;
        app.Slack.Messages.Edit(before, m => Fill(m, json), by: null);
    }

    private static async Task AssertReadingChangesNothingAsync(BotApp app)
    {
        var then = await StateAsync(app);
        await app.AdvanceAsync(Hour);
        await app.AdvanceAsync(Hour);
        Assert.Equal(then, await StateAsync(app));
    }

    private static async Task<string> StateAsync(BotApp app) =>
        await EventOutage.SnapshotAsync(app) + string.Join(',', await app.ReadAsync(
            db => db.ChannelMessages.AsNoTracking().OrderBy(message => message.Ts).Select(message => message.AuthorName).ToListAsync()));

    private sealed record Shape(string Posted, string Words, string Changed, string ChangedWords, string Author);
}
