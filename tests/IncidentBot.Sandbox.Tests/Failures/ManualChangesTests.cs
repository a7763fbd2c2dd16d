using IncidentBot.Sandbox.Tests.Lab;

namespace IncidentBot.Sandbox.Tests.Failures;

public sealed class ManualChangesTests
{
    [Fact]
    public async Task A_removed_bot_hears_that_it_is_out_and_nothing_more()
    {
        await using var lab = await SlackLab.StartAsync();
        lab.Workspace.Failures.RemoveBot("incidents", by: "ben");
        await lab.Workspace.As("ben").TypeAsync("incidents", "among ourselves");
        await lab.Workspace.SettleAsync();

        Assert.Equal(["member_left_channel", "channel_left"], lab.Bot.Events.Select(e => e.Text("type")));
        Assert.Equal("U0INCBOT01", lab.Bot.Events[0].Text("user"));
        Assert.Equal("U0BEN00002", lab.Bot.Events[1].Text("actor_id"));
        Assert.Equal("not_in_channel", (await lab.CallAsync("chat.postMessage", ("channel", "C0INCIDENT"), ("text", "x"))).Text("error"));

        lab.Workspace.Failures.InviteBot("incidents", by: "ben");
        Assert.True((await lab.CallAsync("chat.postMessage", ("channel", "C0INCIDENT"), ("text", "x"))).Flag("ok"));
        Assert.Empty(lab.Workspace.Failures.Active);
        await lab.Workspace.SettleAsync();
        Assert.Equal("U0BEN00002", Assert.Single(lab.Bot.EventsOf("member_joined_channel")).Text("inviter"));
    }

    [Fact]
    public async Task A_deactivated_person_can_be_neither_written_to_nor_brought_in()
    {
        await using var lab = await SlackLab.StartAsync();
        var channel = await lab.NewChannelAsync();
        lab.Workspace.Failures.Deactivate("ben");
        await lab.Workspace.SettleAsync();

        Assert.True(Assert.Single(lab.Bot.EventsOf("user_change")).GetProperty("user").Flag("deleted"));
        Assert.Equal("user_disabled", (await lab.CallAsync("conversations.open", ("users", "U0BEN00002"))).Text("error"));
        Assert.Equal(
            "channel_not_found", (await lab.CallAsync("chat.postMessage", ("channel", "U0BEN00002"), ("text", "x"))).Text("error"));
        Assert.False((await lab.CallAsync("conversations.invite", ("channel", channel), ("users", "U0BEN00002"))).Flag("ok"));

        lab.Workspace.Failures.Reactivate("ben");
        Assert.True((await lab.CallAsync("conversations.invite", ("channel", channel), ("users", "U0BEN00002"))).Flag("ok"));
        await lab.Workspace.SettleAsync();
        Assert.False(lab.Bot.EventsOf("user_change")[1].GetProperty("user").Flag("deleted"));
    }

    [Fact]
    public async Task A_guest_is_refused()
    {
        await using var lab = await SlackLab.StartAsync();
        var channel = await lab.NewChannelAsync();
        lab.Workspace.Failures.MakeGuest("sam");

        Assert.Equal(
            "user_is_restricted",
            (await lab.CallAsync("conversations.invite", ("channel", channel), ("users", "U0SAM00007"))).Text("error"));
        lab.Workspace.Failures.MakeMember("sam");
        Assert.True((await lab.CallAsync("conversations.invite", ("channel", channel), ("users", "U0SAM00007"))).Flag("ok"));
    }

    [Fact]
    public async Task A_channel_renamed_and_archived_by_hand_is_told_and_comes_back()
    {
        await using var lab = await SlackLab.StartAsync();
        var channel = await lab.NewChannelAsync("inc-1");
        lab.Workspace.Failures.RenameChannel(channel, "war-room");
        lab.Workspace.Failures.ArchiveChannel(channel);
        await lab.Workspace.SettleAsync();

        Assert.Equal("war-room", Assert.Single(lab.Bot.EventsOf("channel_rename")).GetProperty("channel").Text("name"));
        Assert.Single(lab.Bot.EventsOf("channel_archive"));
        Assert.Equal("is_archived", (await lab.CallAsync("chat.postMessage", ("channel", channel), ("text", "x"))).Text("error"));

        lab.Workspace.Failures.EndAll();
        Assert.Equal("inc-1", lab.Workspace.Channels.Named(channel).Name);
        Assert.True((await lab.CallAsync("chat.postMessage", ("channel", channel), ("text", "x"))).Flag("ok"));
    }

    [Fact]
    public async Task A_channel_unarchived_by_hand_is_there_without_the_bot()
    {
        await using var lab = await SlackLab.StartAsync();
        lab.Workspace.Failures.ArchiveChannel("incidents");
        lab.Workspace.Failures.UnarchiveChannel("incidents");

        Assert.Equal("not_in_channel", (await lab.CallAsync("chat.postMessage", ("channel", "C0INCIDENT"), ("text", "x"))).Text("error"));
        Assert.Empty(lab.Workspace.Failures.Active);
    }

    [Fact]
    public async Task A_name_can_be_taken_by_a_channel_that_no_one_sees()
    {
        await using var lab = await SlackLab.StartAsync();
        lab.Workspace.Failures.OccupyName("inc-1-checkout");

        Assert.Equal("name_taken", (await lab.CallAsync("conversations.create", ("name", "inc-1-checkout"))).Text("error"));
        lab.Workspace.Failures.EndAll();
        Assert.True((await lab.CallAsync("conversations.create", ("name", "inc-1-checkout"))).Flag("ok"));
    }

    [Fact]
    public async Task Posting_can_be_restricted()
    {
        await using var lab = await SlackLab.StartAsync();
        lab.Workspace.Failures.RestrictPosting("incidents");

        Assert.Equal(
            "restricted_action_read_only_channel",
            (await lab.CallAsync("chat.postMessage", ("channel", "C0INCIDENT"), ("text", "x"))).Text("error"));
        lab.Workspace.Failures.AllowPosting("incidents");
        Assert.True((await lab.CallAsync("chat.postMessage", ("channel", "C0INCIDENT"), ("text", "x"))).Flag("ok"));
    }
}
