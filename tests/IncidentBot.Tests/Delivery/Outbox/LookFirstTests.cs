using IncidentBot.Delivery.Outbox;
using IncidentBot.Effects;
using IncidentBot.Sandbox.Failures;
using IncidentBot.Slack.Blocks;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Delivery.Outbox;

/// <summary>An attempt whose answer was lost may have worked: nothing is repeated before Slack said whether it did.</summary>
public sealed class LookFirstTests
{
    [Fact]
    public async Task A_file_whose_answer_was_lost_is_found_again_and_not_shared_twice()
    {
        await using var app = await BotApp.StartAsync();
        app.Slack.CallFailures.Next("files.completeUploadExternal", CallFailureKind.TimeoutAfterEffect);

        await EnqueueAsync(app, File("report.md", "# It broke"));
        await app.SettleAsync();

        Assert.Single(app.Slack.MessagesIn("incidents"), message => message.Files.Count == 1);
    }

    [Fact]
    public async Task A_file_in_a_thread_whose_answer_was_lost_is_found_again_there()
    {
        await using var app = await BotApp.StartAsync();
        app.Slack.CallFailures.Next("files.completeUploadExternal", CallFailureKind.TimeoutAfterEffect);

        await EnqueueAsync(
            app,
            new Post(Address.Announcements, MessageContent.Paragraph(Mrkdwn.Escape("Published.")), Name: "write_up"),
            File("report.md", "# It broke") with { Under = "write_up" });
        await app.SettleAsync();

        Assert.Single(app.Slack.MessagesIn("incidents"), message => message is { Files.Count: 1, IsReply: true });
    }

    [Fact]
    public async Task Two_files_of_one_name_are_both_shared_though_an_answer_was_lost()
    {
        await using var app = await BotApp.StartAsync();
        app.Slack.CallFailures.Next("files.completeUploadExternal", CallFailureKind.ServerError);

        await EnqueueAsync(app, File("report.md", "# It broke"), File("report.md", "# It broke twice"));
        await app.SettleAsync();

        Assert.Equal(2, app.Slack.MessagesIn("incidents").Count(message => message.Files.Count == 1));
    }

    [Fact]
    public async Task While_Slack_does_not_say_whether_a_message_stands_it_is_not_posted_again()
    {
        await using var app = await BotApp.StartAsync();
        app.Slack.CallFailures.Next("chat.postMessage", CallFailureKind.TimeoutAfterEffect);
        app.Slack.CallFailures.Next("conversations.history", CallFailureKind.ServerError);

        await EnqueueAsync(app, new Post(Address.Announcements, MessageContent.Paragraph(Mrkdwn.Escape("It is back."))));
        await app.SettleAsync();

        Assert.Single(app.Slack.MessagesIn("incidents"), message => message.Text == "It is back.");
    }

    [Fact]
    public async Task While_Slack_does_not_say_whether_a_channel_exists_no_second_one_is_made()
    {
        await using var app = await BotApp.StartAsync();
        app.Slack.CallFailures.Next("conversations.create", CallFailureKind.TimeoutAfterEffect);
        app.Slack.CallFailures.Next("users.conversations", CallFailureKind.ServerError);

        await Scenarios.DeclaredSev1(app);

        Assert.Single(app.Slack.Channels.All, channel => channel.Name.StartsWith("inc-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_topic_whose_answer_was_lost_is_not_announced_twice()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        app.Slack.CallFailures.Next("conversations.setTopic", CallFailureKind.TimeoutAfterEffect);

        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident sev 2");
        await app.SettleAsync();

        Assert.Single(
            app.Slack.MessagesIn(incident.Channel),
            message => message.Subtype == "channel_topic" && message.Text.Contains("SEV2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_name_whose_answer_was_lost_is_known_and_given_once()
    {
        await using var app = await BotApp.StartAsync();
        var incident = await Scenarios.DeclaredSev1(app);
        app.Slack.CallFailures.Next("conversations.rename", CallFailureKind.TimeoutAfterEffect);

        await app.ReadAsync(async db =>
        {
            Assert.True(
                (await db.Incidents.FindAsync(incident.Number))!.Rename(
                    "Payments are down", new Domain.PersonId("U0MAYA0001"), app.Now).Ok);
            db.Enqueue("test", new RenameChannel(incident.Number), app.Now);
            return await db.SaveChangesAsync();
        });
        await app.SettleAsync();

        var channel = app.Slack.Channels.All.Single(each => each.Name.StartsWith("inc-", StringComparison.Ordinal));
        Assert.Single(app.Slack.MessagesIn(channel.Id), message => message.Subtype == "channel_name");
        Assert.EndsWith(
            "payments-are-down",
            (await app.ReadAsync(async db => await db.Channels.FindAsync(incident.Number)))!.Name,
            StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Engine", "both")]
    public async Task A_card_that_was_given_up_although_it_stands_is_found_by_the_next_change_and_not_posted_twice()
    {
        await using var app = await BotApp.StartAsync();
        app.ExpectLogs();
        app.Slack.CallFailures.Next("chat.postMessage", CallFailureKind.ServerError, calls: 4);
        app.Slack.CallFailures.Next("chat.postMessage", CallFailureKind.TimeoutAfterEffect);
        var incident = await Scenarios.DeclaredSev1(app);

        await app.Slack.As("maya").TypeAsync(incident.Channel, "/incident sev 2");
        await app.SettleAsync();

        var headline = Assert.Single(
            app.Slack.MessagesIn("incidents"),
            message => !message.IsReply && message.Text.Contains("Checkout is down", StringComparison.Ordinal));
        Assert.Contains("SEV2", app.Slack.PlainText(headline), StringComparison.Ordinal);
    }

    private static UploadFile File(string name, string text) => new(Address.Announcements, name, "The report", text);

    private static Task EnqueueAsync(BotApp app, params IEffect[] effects) => app.ReadAsync(async db =>
    {
        foreach (var effect in effects)
        {
            db.Enqueue("test", effect, app.Now);
        }

        return await db.SaveChangesAsync();
    });
}
