using IncidentBot.Sandbox.Tests.Lab;

namespace IncidentBot.Sandbox.Tests.WebApi;

public sealed class ChatMethodsTests
{
    private const string Incidents = "C0INCIDENT";
    private const string Metadata = """{"event_type":"pm_incident_card","event_payload":{"incident_id":"42"}}""";

    [Fact]
    public async Task Posting_answers_and_comes_back_as_an_event()
    {
        await using var lab = await SlackLab.StartAsync();

        var answer = await lab.CallAsync(
            "chat.postMessage", ("channel", Incidents), ("text", "INC-1"), ("blocks", Modals.Blocks), ("metadata", Metadata));

        await lab.Workspace.SettleAsync();
        Sample.AssertShape(Sample.Success("chat.postMessage"), answer, "blocks", "metadata");
        Sample.AssertShape(Sample.Load("22_event_own_bot_message"), lab.Bot.Last.Envelope, "blocks", "incident_id", "outbox_key");
        Assert.Equal("42", lab.Bot.Last.Event.GetProperty("metadata").GetProperty("event_payload").Text("incident_id"));
        Assert.Equal("*INC-1*\n[Post update]", lab.Workspace.PlainText(lab.Workspace.MessagesIn("incidents")[^1]));
    }

    [Fact]
    public async Task A_post_to_a_person_lands_in_the_conversation_with_them()
    {
        await using var lab = await SlackLab.StartAsync();

        var answer = await lab.CallAsync("chat.postMessage", ("channel", "U0MAYA0001"), ("text", "Your action is due"));

        Assert.StartsWith("D", answer.Text("channel"), StringComparison.Ordinal);
        Assert.Equal("Your action is due", Assert.Single(lab.Workspace.DmWith("maya")).Text);
    }

    [Theory]
    [InlineData("C0NOWHERE1", "hello", "channel_not_found")]
    [InlineData("C0GENERAL1", "hello", "not_in_channel")]
    [InlineData("C0INCIDENT", "", "no_text")]
    public async Task A_post_that_cannot_be_is_refused(string channel, string text, string error)
    {
        await using var lab = await SlackLab.StartAsync();

        var answer = await lab.CallAsync("chat.postMessage", ("channel", channel), ("text", text));

        Assert.Equal(error, answer.Text("error"));
    }

    [Fact]
    public async Task A_sixth_post_in_one_second_has_to_wait_for_the_clock()
    {
        await using var lab = await SlackLab.StartAsync();
        for (var i = 0; i < 5; i++)
        {
            await lab.PostAsync(Incidents, "hello");
        }

        using var refused = await lab.SendAsync("chat.postMessage", SlackLab.Form(("channel", Incidents), ("text", "hello")));
        lab.Clock.Advance(TimeSpan.FromSeconds(1));
        using var accepted = await lab.SendAsync("chat.postMessage", SlackLab.Form(("channel", Incidents), ("text", "hello")));

        Assert.Equal(429, (int)refused.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(1), refused.Headers.RetryAfter!.Delta);
        Assert.Equal(
            """{"ok":false,"error":"ratelimited"}""", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(200, (int)accepted.StatusCode);
    }

    [Fact]
    public async Task An_update_replaces_text_and_blocks_and_keeps_metadata()
    {
        await using var lab = await SlackLab.StartAsync();
        var card = await lab.PostAsync(Incidents, "INC-1", ("blocks", Modals.Blocks), ("metadata", Metadata));

        var answer = await lab.CallAsync("chat.update", ("channel", Incidents), ("ts", card.Ts), ("text", "INC-1 resolved"));

        await lab.Workspace.SettleAsync();
        var updated = lab.Workspace.Messages.Find(Incidents, card.Ts)!;
        Sample.AssertShape(Sample.Success("chat.update"), answer, "blocks", "metadata", "ts", "edited");
        Assert.Equal(0, updated.Blocks.GetArrayLength());
        Assert.NotNull(updated.Metadata);
        Assert.NotNull(updated.Edited);
        Assert.Equal("INC-1 resolved", lab.Bot.Last.Event.GetProperty("message").Text("text"));
    }

    [Fact]
    public async Task Only_the_bots_own_messages_can_be_updated_or_deleted()
    {
        await using var lab = await SlackLab.StartAsync();
        var typed = (await lab.Workspace.As("ben").TypeAsync("incidents", "mine")).Message!;

        var update = await lab.CallAsync("chat.update", ("channel", Incidents), ("ts", typed.Ts), ("text", "yours"));
        var delete = await lab.CallAsync("chat.delete", ("channel", Incidents), ("ts", typed.Ts));

        Assert.Equal("cant_update_message", update.Text("error"));
        Assert.Equal("cant_delete_message", delete.Text("error"));
    }

    [Fact]
    public async Task A_deleted_message_is_gone()
    {
        await using var lab = await SlackLab.StartAsync();
        var card = await lab.PostAsync(Incidents, "INC-1");

        var answer = await lab.CallAsync("chat.delete", ("channel", Incidents), ("ts", card.Ts));
        var again = await lab.CallAsync("chat.delete", ("channel", Incidents), ("ts", card.Ts));

        Sample.AssertShape(Sample.Success("chat.delete"), answer);
        Assert.Equal("message_not_found", again.Text("error"));
        Assert.Empty(lab.Workspace.MessagesIn("incidents"));
    }

    [Fact]
    public async Task An_ephemeral_is_seen_by_one_member_and_by_no_history()
    {
        await using var lab = await SlackLab.StartAsync();

        var answer = await lab.CallAsync("chat.postEphemeral", ("channel", Incidents), ("user", "U0BEN00002"), ("text", "only you"));
        var outsider = await lab.CallAsync("chat.postEphemeral", ("channel", Incidents), ("user", "U0GAIL0009"), ("text", "only you"));

        await lab.Workspace.SettleAsync();
        Sample.AssertShape(Sample.Success("chat.postEphemeral"), answer);
        Assert.Equal("user_not_in_channel", outsider.Text("error"));
        Assert.Single(lab.Workspace.EphemeralsFor("ben", "incidents"));
        Assert.Empty(lab.Workspace.MessagesIn("incidents"));
        Assert.Empty(lab.Bot.Events);
    }

    [Fact]
    public async Task A_reply_that_is_sent_to_the_channel_too_carries_its_thread_and_stands_in_history()
    {
        await using var lab = await SlackLab.StartAsync();
        var card = await lab.PostAsync(Incidents, "INC-1");

        await lab.PostAsync(Incidents, "resolved", ("thread_ts", card.Ts), ("reply_broadcast", "true"));
        var history = await lab.CallAsync("conversations.history", ("channel", Incidents));

        await lab.Workspace.SettleAsync();
        Assert.Equal("INC-1", lab.Bot.EventsOf("message", "thread_broadcast").Single().GetProperty("root").Text("text"));
        Assert.Equal(["resolved", "INC-1"], history.Items("messages").Select(m => m.Text("text")!));
    }

    [Fact]
    public async Task A_permalink_of_a_reply_names_its_thread()
    {
        await using var lab = await SlackLab.StartAsync();
        var card = await lab.PostAsync(Incidents, "INC-1");
        var reply = await lab.PostAsync(Incidents, "details", ("thread_ts", card.Ts));

        var answer = await lab.CallAsync("chat.getPermalink", ("channel", Incidents), ("message_ts", reply.Ts));

        Sample.AssertShape(Sample.Success("chat.getPermalink"), answer);
        Assert.EndsWith($"?thread_ts={card.Ts}&cid={Incidents}", answer.Text("permalink"), StringComparison.Ordinal);
    }
}
