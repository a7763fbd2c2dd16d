using IncidentBot.Sandbox.Tests.Lab;

namespace IncidentBot.Sandbox.Tests.WebApi;

public sealed class HistoryMethodsTests
{
    private const string Incidents = "C0INCIDENT";

    [Fact]
    public async Task History_is_newest_first_and_without_replies()
    {
        await using var lab = await SlackLab.StartAsync();
        var card = await lab.PostAsync(Incidents, "INC-1", ("metadata", """{"event_type":"card","event_payload":{"key":"k"}}"""));
        await lab.PostAsync(Incidents, "a reply", ("thread_ts", card.Ts));
        await lab.PostAsync(Incidents, "INC-2");
        await lab.Workspace.As("ben").ReactAsync(card, "eyes");
        await lab.CallAsync("pins.add", ("channel", Incidents), ("timestamp", card.Ts));

        var all = await lab.CallAsync("conversations.history", ("channel", Incidents), ("include_all_metadata", "true"));
        var plain = await lab.CallAsync("conversations.history", ("channel", Incidents));

        Assert.Equal(["INC-2", "INC-1"], all.Items("messages").Select(m => m.Text("text")!));
        var expected = Sample.Success("conversations.history_include_all_metadata").GetProperty("messages")[0];
        Sample.AssertShape(expected, all.GetProperty("messages")[1], "blocks", "metadata", "pinned_info");
        Assert.Equal("k", all.GetProperty("messages")[1].GetProperty("metadata").GetProperty("event_payload").Text("key"));
        Assert.Null(plain.GetProperty("messages")[1].GetProperty("metadata").At("event_payload"));
    }

    [Fact]
    public async Task One_message_is_found_by_its_ts()
    {
        await using var lab = await SlackLab.StartAsync();
        await lab.PostAsync(Incidents, "before");
        var wanted = await lab.PostAsync(Incidents, "wanted");
        await lab.PostAsync(Incidents, "after");

        var answer = await lab.CallAsync("conversations.history",
            ("channel", Incidents), ("oldest", wanted.Ts), ("latest", wanted.Ts), ("inclusive", "true"), ("limit", "1"));

        Assert.Equal("wanted", Assert.Single(answer.Items("messages")).Text("text"));
    }

    [Fact]
    public async Task Pages_of_history_are_joined_by_the_cursor()
    {
        await using var lab = await SlackLab.StartAsync();
        foreach (var text in (string[])["one", "two", "three"])
        {
            await lab.PostAsync(Incidents, text);
        }

        var first = await lab.CallAsync("conversations.history", ("channel", Incidents), ("limit", "2"));
        var cursor = first.GetProperty("response_metadata").Text("next_cursor")!;
        var second = await lab.CallAsync("conversations.history", ("channel", Incidents), ("limit", "2"), ("cursor", cursor));
        var broken = await lab.CallAsync("conversations.history", ("channel", Incidents), ("cursor", "nonsense"));

        Assert.True(first.Flag("has_more"));
        Assert.Equal("one", Assert.Single(second.Items("messages")).Text("text"));
        Assert.False(second.Flag("has_more"));
        Assert.Equal("invalid_cursor", broken.Text("error"));
    }

    [Fact]
    public async Task A_thread_is_oldest_first_and_the_ts_of_a_reply_gives_that_reply_alone()
    {
        await using var lab = await SlackLab.StartAsync();
        var maya = lab.Workspace.As("maya");
        var parent = (await maya.TypeAsync("incidents", "cache nodes look cold")).Message!;
        var reply = (await lab.Workspace.As("ben").TypeAsync("incidents", "rolled back", parent.Ts)).Message!;

        var thread = await lab.CallAsync("conversations.replies", ("channel", Incidents), ("ts", parent.Ts));
        var alone = await lab.CallAsync("conversations.replies", ("channel", Incidents), ("ts", reply.Ts));
        var unknown = await lab.CallAsync("conversations.replies", ("channel", Incidents), ("ts", "1.000000"));

        Sample.AssertShape(Sample.Success("conversations.replies"), thread, "edited", "source_team", "user_team");
        Assert.Equal([parent.Ts, reply.Ts], thread.Items("messages").Select(m => m.Text("ts")!));
        Assert.Equal(reply.Ts, Assert.Single(alone.Items("messages")).Text("ts"));
        Assert.Equal("thread_not_found", unknown.Text("error"));
    }

    [Fact]
    public async Task A_channel_is_described()
    {
        await using var lab = await SlackLab.StartAsync();

        var answer = await lab.CallAsync("conversations.info", ("channel", Incidents));
        var counted = await lab.CallAsync("conversations.info", ("channel", Incidents), ("include_num_members", "true"));

        Sample.AssertShape(Sample.Success("conversations.info"), answer);
        Assert.Equal(10, counted.GetProperty("channel").Number("num_members"));
    }

    [Fact]
    public async Task A_private_channel_without_the_bot_does_not_exist_for_it()
    {
        await using var lab = await SlackLab.StartAsync();
        var secret = await lab.Workspace.As("lena").CreateChannelAsync("leads", isPrivate: true);

        var info = await lab.CallAsync("conversations.info", ("channel", secret.Id));
        var list = await lab.CallAsync("conversations.list", ("types", "public_channel,private_channel"));

        Assert.Equal("channel_not_found", info.Text("error"));
        Assert.DoesNotContain("leads", list.Items("channels").Select(c => c.Text("name")));
        Sample.AssertShape(Sample.Success("conversations.list"), list);
    }

    [Fact]
    public async Task The_bots_own_channels_are_listed()
    {
        await using var lab = await SlackLab.StartAsync();

        var answer = await lab.CallAsync("users.conversations");

        Assert.Equal(["incidents"], answer.Items("channels").Select(c => c.Text("name")!));
    }
}
