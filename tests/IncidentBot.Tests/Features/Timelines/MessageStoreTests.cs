using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Features.Timelines;

public sealed class MessageStoreTests
{
    [Fact]
    public async Task Files_are_stored_by_name_and_never_made_public()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);

        var shared = await app.Slack.As("ben").UploadAsync(incident.Channel, "latency.png", [1, 2, 3]);
        await app.Slack.As("maya").ReactAsync(shared, "pushpin");
        await app.SettleAsync();

        var message = Assert.Single(await app.RecordAsync(), message => message.Files.Count > 0);
        Assert.Equal("latency.png", Assert.Single(message.Files).Name);
        Assert.Equal("latency.png", Assert.Single(await app.EntriesAsync()).Text);
        Assert.DoesNotContain(app.Slack.Calls.Api, call => call.ToString().Contains("sharedPublicURL", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Guests_bots_webhooks_and_people_who_left_are_stored_with_a_name()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var channel = app.Slack.Channels.Named(incident.Channel).Id;

        await app.SaysAsync("gail", incident, "We see it too");
        await app.SaysAsync("alertmanager", incident, "Error rate 12 %");
        await app.DeliverAsync($$"""
            {"type":"message","subtype":"bot_message","channel":"{{channel}}","ts":"1772528500.000100",
             "text":"Build 12 failed","bot_id":"B0OLDHOOK1","username":"Jenkins"}
            """);
        await app.DeliverAsync($$"""
            {"type":"message","subtype":"bot_message","channel":"{{channel}}","ts":"1772528500.000200",
             "text":"No name","bot_id":"B0OLDHOOK1"}
            """);
        await app.DeliverAsync(
            $$"""{"type":"message","channel":"{{channel}}","ts":"1772528500.000300","text":"My last words","user":"U0OSKAR010"}""");
        await app.DeliverAsync(
            $$"""{"type":"message","channel":"{{channel}}","ts":"1772528500.000400","text":"From outside","user":"U0STRANGER"}""");

        var record = (await app.RecordAsync()).ToDictionary(message => message.Text);
        Assert.Equal(("gail", true), (record["We see it too"].AuthorName, record["We see it too"].IsGuest));
        Assert.Equal(("Alertmanager", true), (record["Error rate 12 %"].AuthorName, record["Error rate 12 %"].IsBot));
        Assert.Equal(("Jenkins", true), (record["Build 12 failed"].AuthorName, record["Build 12 failed"].IsBot));
        Assert.Equal("B0OLDHOOK1", record["No name"].AuthorName);
        Assert.Equal("oskar", record["My last words"].AuthorName);
        Assert.Equal("U0STRANGER", record["From outside"].AuthorName);
    }

    [Fact]
    public async Task An_alert_is_stored_with_the_text_of_its_attachments()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var channel = app.Slack.Channels.Named(incident.Channel).Id;

        await app.DeliverAsync($$"""
            {"type":"message","subtype":"bot_message","channel":"{{channel}}","ts":"1772528500.000100",
             "text":"","bot_id":"B0OLDHOOK1","username":"Alerts",
             "attachments":[{"fallback":"[FIRING] ErrorRate","title":"ErrorRate","text":"5xx over 2 %",
              "fields":[{"title":"Service","value":"checkout"}]}]}
            """);

        Assert.Contains("ErrorRate\n5xx over 2 %\nService: checkout", (await app.RecordAsync()).Select(message => message.Text));
    }

    [Fact]
    public async Task Events_of_a_message_may_arrive_in_any_order_and_twice()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var channel = app.Slack.Channels.Named(incident.Channel).Id;
        var posted = $$"""{"type":"message","channel":"{{channel}}","ts":"1772528500.000100","text":"frist","user":"U0BEN00002"}""";
        var changed = $$$"""
            {"type":"message","subtype":"message_changed","channel":"{{{channel}}}","ts":"1772528520.000100","event_ts":"1772528520.000100",
            "message":{"type":"message","ts":"1772528500.000100","text":"first","user":"U0BEN00002",
             "edited":{"user":"U0BEN00002","ts":"1772528520.000000"}},
            "previous_message":{"type":"message","ts":"1772528500.000100","text":"frist","user":"U0BEN00002"}}
            """;
        var deleted = $$"""
            {"type":"message","subtype":"message_deleted","channel":"{{channel}}",
             "ts":"1772528530.000100","event_ts":"1772528530.000100","deleted_ts":"1772528500.000100"}
            """;

        foreach (var change in new[] { deleted, changed, posted, changed, deleted })
        {
            await app.DeliverAsync(change);
        }

        var message = Assert.Single(await app.RecordAsync());
        Assert.Equal(["frist", "first"], message.VersionsInOrder().Select(version => version.Text));
        Assert.Equal(("first", "ben"), (message.Text, message.AuthorName));
        Assert.NotNull(message.DeletedAt);
    }

    [Fact]
    public async Task Messages_of_the_bot_and_of_Slack_are_not_stored()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);

        await app.Slack.As("tom").JoinAsync(incident.Channel);
        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident note saw it");
        await app.SettleAsync();

        Assert.Empty(await app.RecordAsync());
    }

    [Fact]
    public async Task A_deleted_message_with_replies_is_stored_and_marked()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        var root = await app.SaysAsync("ben", incident, "Root");
        await app.Slack.As("aiko").TypeAsync(incident.Channel, "Reply", root.Ts);

        await app.Slack.As("ben").DeleteAsync(root);
        await app.SettleAsync();

        var record = await app.RecordAsync();
        Assert.Equal([("Root", true), ("Reply", false)], record.Select(message => (message.Text, message.DeletedAt is not null)));
        Assert.Equal(root.Ts, record[1].ThreadTs);
    }
}
