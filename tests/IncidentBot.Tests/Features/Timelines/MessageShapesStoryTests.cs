using System.Text;
using System.Text.Json;
using IncidentBot.Domain.Timelines;
using IncidentBot.Features.WriteUps;
using IncidentBot.Sandbox;
using IncidentBot.Sandbox.State;
using IncidentBot.Tests.Features.PostMortems;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.Timelines;

/// <summary>
/// Every shape of <see cref="MessageShapes"/> goes the whole way in one channel: posted, reacted to, pinned, edited, deleted, read again,
/// exported.
/// </summary>
public sealed class MessageShapesStoryTests
{
    [Fact]
    public void There_are_at_least_forty_shapes() => Assert.InRange(MessageShapes.All.Count, 40, 95);

    [Fact]
    public async Task Every_shape_keeps_its_words_from_the_channel_to_the_document()
    {
        await using var app = await BotApp.StartAsync(
            ("PostMortems:TimelineNames", "Handles"), ("PostMortems:Templates:SEV1", "complete"));
        var incident = await Scenarios.DeclaredSev1(app);
        var posted = await PostAllAsync(app, incident);
        var maya = app.Slack.As("maya");

        await EachAsync(app, posted, message => maya.ReactAsync(message, "pushpin"));
        await AssertWordsAsync(app, shape => shape.Words);
        await EachAsync(app, posted, message => maya.UnreactAsync(message, "pushpin"));
        Assert.Empty(await app.EntriesAsync());
        await EachAsync(app, posted, maya.PinAsync);
        await AssertWordsAsync(app, shape => shape.Words);
        Assert.All(await app.EntriesAsync(), entry => Assert.Equal(EntrySource.Pin, entry.Source));

        await EachAsync(app, posted, message => Change(app, message, """{"text":"never mind"}"""));
        await AssertWordsAsync(app, _ => "never mind");
        await EachAsync(app, posted, (message, shape) => Change(app, message, shape.Posted));
        await AssertWordsAsync(app, shape => shape.Words);
        await EachAsync(app, posted, message => Delete(app, message));
        await AssertWordsAsync(app, shape => shape.Words);
        Assert.All(await app.EntriesAsync(), entry => Assert.NotNull(entry.MessageDeletedAt));
        await AssertReadingChangesNothingAsync(app);

        await Scenarios.Resolve(app, incident);
        var document = await ExportAsync(app, incident);
        Assert.All(
            MessageShapes.All,
            shape => Assert.Contains($"| {MarkdownText.Line(shape.Value.Words)} |", document, StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<Message>> PostAllAsync(BotApp app, ScenarioIncident incident)
    {
        var posted = new List<Message>();
        foreach (var shape in MessageShapes.All.Values)
        {
            app.Time.Advance(TimeSpan.FromSeconds(1));
            posted.Add(app.Slack.Messages.Post(Fill(Author(app, incident, Json.Parse(shape.Posted)), shape.Posted)));
        }

        await app.SettleAsync();
        return posted;
    }

    private static Task EachAsync(BotApp app, IReadOnlyList<Message> posted, Func<Message, Task> act) =>
        EachAsync(app, posted, (message, _) => act(message));

    private static async Task EachAsync(BotApp app, IReadOnlyList<Message> posted, Func<Message, MessageShape, Task> act)
    {
        foreach (var (message, shape) in posted.Zip(MessageShapes.All.Values))
        {
            await act(message, shape);
        }

        await app.SettleAsync();
    }

    private static async Task AssertWordsAsync(BotApp app, Func<MessageShape, string> words)
    {
        var entries = await app.EntriesAsync();

        Assert.Equal(
            MessageShapes.All.Select(shape => $"{shape.Key}: {words(shape.Value)} ({shape.Value.Author})"),
            entries.Zip(MessageShapes.All.Keys).Select(pair => $"{pair.Second}: {pair.First.Text} ({pair.First.AuthorName})"));
    }

    private static async Task AssertReadingChangesNothingAsync(BotApp app)
    {
        var before = await EventOutage.SnapshotAsync(app);
        await app.AdvanceAsync(TimeSpan.FromHours(1));
        await app.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(before, await EventOutage.SnapshotAsync(app));
    }

    private static async Task<string> ExportAsync(BotApp app, ScenarioIncident incident)
    {
        var maya = app.Slack.As("maya");
        await new ResolvedIncident(app, incident).OpenOverviewAsync();
        await maya.ClickAsync(app.Slack.OpenView("maya")!, "post_mortem_preview");
        await maya.ClickAsync(app.Slack.OpenView("maya")!, "post_mortem_draft_share");
        await app.SettleAsync();
        var file = app.Slack.MessagesIn(incident.Channel)
            .SelectMany(message => message.Files.Concat(app.Slack.ThreadOf(message).SelectMany(reply => reply.Files)))
            .Last();
        return Encoding.UTF8.GetString(app.Slack.Files.Find(file)!.Content!);
    }

    private static Task Delete(BotApp app, Message message)
    {
        app.Slack.Messages.Delete(app.Slack.Messages.Find(message.Channel, message.Ts)!);
        return Task.CompletedTask;
    }

    private static Task Change(BotApp app, Message posted, string json)
    {
        var before = app.Slack.Messages.Find(posted.Channel, posted.Ts)!;
        app.Slack.Messages.Edit(before, m => Fill(m, json), by: null);
        return Task.CompletedTask;
    }

    private static Message Author(BotApp app, ScenarioIncident incident, JsonElement given)
    {
        var channel = app.Slack.Channels.Named(incident.Channel).Id;
        if (given.Text("username") is { } username)
        {
            return new Message(channel, "", "", "") { Subtype = "bot_message", Username = username, BotId = given.Text("bot_id") };
        }

        var user = app.Slack.As(given.Text("person") ?? "alertmanager").User;
        return new Message(channel, "", user.Id, "") { BotId = user.BotId, AppId = user.AppId, Subtype = given.Text("subtype") };
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
}
