using System.Globalization;
using System.Net;
using System.Text;
using IncidentBot.Domain.Timelines;
using IncidentBot.Sandbox.Delivery;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using IncidentBot.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Storage;

/// <summary>People's text reaches the database of either engine unchanged, as far as the engine can store it.</summary>
public sealed class StrangeTextTests
{
    [Theory]
    [InlineData(StorageProvider.Sqlite, "pool\\u0000empty", "pool\ufffdempty")]
    [InlineData(StorageProvider.Postgres, "pool\\u0000empty", "pool\ufffdempty")]
    [InlineData(StorageProvider.Sqlite, "half an emoji \\ud83d", "half an emoji \ufffd")]
    [InlineData(StorageProvider.Postgres, "half an emoji \\ud83d", "half an emoji \ufffd")]
    [InlineData(
        StorageProvider.Sqlite,
        "\\ud83d\\ude00 \ud83d\udc69\u200d\ud83d\ude80 e\u0301",
        "\ud83d\ude00 \ud83d\udc69\u200d\ud83d\ude80 e\u0301")]
    [InlineData(
        StorageProvider.Postgres,
        "\\ud83d\\ude00 \ud83d\udc69\u200d\ud83d\ude80 e\u0301",
        "\ud83d\ude00 \ud83d\udc69\u200d\ud83d\ude80 e\u0301")]
    internal async Task A_message_is_kept_as_it_was_written(StorageProvider provider, string json, string kept)
    {
        await using var app = await BotApp.StartAsync(await TestDatabase.MigratedAsync(provider), nodes: 1);
        var incident = await Scenarios.DeclaredSev1(app);

        await DeliverAsync(app, incident, json);
        await app.SettleAsync();

        Assert.Equal(kept, (await app.ReadAsync(db => db.ChannelMessages.SingleAsync())).Text);
    }

    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    internal async Task What_was_missed_is_read_although_it_holds_what_no_text_can(StorageProvider provider)
    {
        await using var app = await BotApp.StartAsync(await TestDatabase.MigratedAsync(provider), nodes: 1);
        var incident = await Scenarios.DeclaredSev1(app);
        await app.WithoutDeliveriesAsync(() => app.Slack.As("ben").TypeAsync(incident.Channel, "pool\0empty"));

        await app.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Equal("pool\ufffdempty", (await app.ReadAsync(db => db.ChannelMessages.SingleAsync())).Text);
    }

    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    internal async Task A_very_long_message_is_kept_whole_and_reaches_the_timeline(StorageProvider provider)
    {
        await using var app = await BotApp.StartAsync(await TestDatabase.MigratedAsync(provider), nodes: 1);
        var incident = await Scenarios.DeclaredSev1(app);
        var text = string.Concat(Enumerable.Repeat("The pool is empty \ud83d\ude31. ", 400)).Trim();

        var said = await app.Slack.As("maya").TypeAsync(incident.Channel, text);
        await app.Slack.As("maya").ReactAsync(said.Message!, "pushpin");
        await app.SettleAsync();

        Assert.Equal(text, (await app.ReadAsync(db => db.ChannelMessages.SingleAsync())).Text);
        Assert.Single(await app.ReadAsync(db => db.TimelineEntries.Where(entry => entry.Kind == EntryKind.Event).ToListAsync()));
    }

    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    internal async Task An_instant_between_two_microseconds_changes_nothing(StorageProvider provider)
    {
        await using var app = await BotApp.StartAsync(await TestDatabase.MigratedAsync(provider), nodes: 1);
        app.Time.Advance(TimeSpan.FromTicks(1_234_567));
        var incident = await Scenarios.WithoutLead(app);

        await app.AdvanceInStepsAsync(TimeSpan.FromMinutes(31), TimeSpan.FromMinutes(1));
        await app.SweepAsync();
        await app.SettleAsync();

        var declaredAt = (await app.ReadAsync(db => db.Incidents.SingleAsync())).DeclaredAt;
        Assert.Equal(0, declaredAt.Ticks % TimeSpan.TicksPerMicrosecond);
        var said = app.Slack.MessagesIn(incident.Channel).Select(message => app.Slack.PlainText(message)).ToList();
        Assert.Equal(2, said.Count(text => text.Contains("has no lead", StringComparison.Ordinal)));
        Assert.Single(said, text => text.Contains("update is due", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    internal async Task Ids_that_differ_in_case_are_different(StorageProvider provider)
    {
        await using var database = await TestDatabase.MigratedAsync(provider);
        await using var db = database.Open();
        db.HandledRequests.AddRange(
            new HandledRequest { Key = "declare:Va", At = default }, new HandledRequest { Key = "declare:VA", At = default });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, await db.HandledRequests.CountAsync(request => request.Key == "declare:VA", TestContext.Current.CancellationToken));
        Assert.Equal(1, await db.HandledRequests.CountAsync(request => request.Key.Contains(":VA"), TestContext.Current.CancellationToken));
    }

    /// <summary>Sends a signed event with this JSON as its text.</summary>
    private static async Task DeliverAsync(BotApp app, ScenarioIncident incident, string json)
    {
        var ts = (app.Now.ToUnixTimeSeconds() + 1).ToString(CultureInfo.InvariantCulture) + ".000100";
        var body = Encoding.UTF8.GetBytes(
            $$$"""
            {"type":"event_callback","team_id":"{{{app.Slack.Team.Id}}}","event_id":"EvSTRANGE","event_time":1772528400,
             "event":{"type":"message","channel_type":"channel",
            "channel":"{{{app.Slack.Channels.Named(incident.Channel).Id}}}","user":"{{{app.Slack.As("ben").User.Id}}}",
             "ts":"{{{ts}}}","text":"{{{json}}}"}}
            """);
        var seconds = app.Now.ToUnixTimeSeconds();
        using var client = app.Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/slack/events") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("X-Slack-Request-Timestamp", seconds.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("X-Slack-Signature", RequestSignature.Sign(app.Slack.Options.SigningSecret, seconds, body));
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
