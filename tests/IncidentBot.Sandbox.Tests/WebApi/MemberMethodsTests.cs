using IncidentBot.Sandbox.Tests.Lab;

namespace IncidentBot.Sandbox.Tests.WebApi;

public sealed class MemberMethodsTests
{
    [Fact]
    public async Task Invited_people_are_in_and_the_bot_hears_it()
    {
        await using var lab = await SlackLab.StartAsync();
        var channel = await lab.NewChannelAsync();
        await lab.Workspace.SettleAsync();
        lab.Bot.Clear();

        var answer = await lab.CallAsync("conversations.invite", ("channel", channel), ("users", "U0MAYA0001,U0BEN00002"));

        await lab.Workspace.SettleAsync();
        Sample.AssertShape(Sample.Success("conversations.invite"), answer);
        Sample.AssertShape(
            Sample.Load("30_events_membership_and_channel")[0].GetProperty("event"), lab.Bot.EventsOf("member_joined_channel")[0]);
        Sample.AssertShape(
            Sample.Load("24_event_channel_join_message").GetProperty("event"), lab.Bot.EventsOf("message", "channel_join")[0]);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public async Task One_bad_id_fails_all_unless_forced(bool force, int members)
    {
        await using var lab = await SlackLab.StartAsync();
        var channel = await lab.NewChannelAsync();

        var answer = await lab.CallAsync("conversations.invite",
            ("channel", channel), ("users", "U0OSKAR010,U0MAYA0001,U0INCBOT01"), ("force", force ? "true" : "false"));

        Sample.AssertShape(Sample.Load("34_api_errors").GetProperty("invite_partial"), answer);
        Assert.Equal(["user_not_found", "cant_invite_self"], answer.Items("errors").Select(e => e.Text("error")!));
        Assert.Equal(members, lab.Workspace.Channels.Named(channel).Members.Count);
    }

    [Fact]
    public async Task Joining_twice_is_a_warning()
    {
        await using var lab = await SlackLab.StartAsync();

        await lab.CallAsync("conversations.join", ("channel", "C0PAYMENTS"));
        var answer = await lab.CallAsync("conversations.join", ("channel", "C0PAYMENTS"));

        Sample.AssertShape(Sample.Success("conversations.join_already_member"), answer);
    }

    [Fact]
    public async Task Leaving_a_channel_ends_the_events()
    {
        await using var lab = await SlackLab.StartAsync();

        var answer = await lab.CallAsync("conversations.leave", ("channel", "C0INCIDENT"));
        await lab.Workspace.SettleAsync();
        lab.Bot.Clear();
        await lab.Workspace.As("ben").TypeAsync("incidents", "anybody there?");

        await lab.Workspace.SettleAsync();
        Assert.True(answer.Flag("ok"));
        Assert.Empty(lab.Bot.Events);
    }

    [Theory]
    [InlineData("U0OSKAR010", "user_disabled")]
    [InlineData("U0NOBODY00", "user_not_found")]
    [InlineData("U0ALERTMAN", "cannot_dm_bot")]
    public async Task Not_everybody_can_be_written_to(string user, string error)
    {
        await using var lab = await SlackLab.StartAsync();

        var answer = await lab.CallAsync("conversations.open", ("users", user));

        Assert.Equal(error, answer.Text("error"));
    }

    [Fact]
    public async Task A_conversation_is_opened_once()
    {
        await using var lab = await SlackLab.StartAsync();

        var first = await lab.CallAsync("conversations.open", ("users", "U0MAYA0001"));
        var second = await lab.CallAsync("conversations.open", ("users", "U0MAYA0001"));

        Sample.AssertShape(Sample.Success("conversations.open"), first);
        Sample.AssertShape(Sample.Success("conversations.open_again"), second);
        Assert.Equal(first.GetProperty("channel").Text("id"), second.GetProperty("channel").Text("id"));
    }

    [Fact]
    public async Task Members_come_in_pages()
    {
        await using var lab = await SlackLab.StartAsync();

        var first = await lab.CallAsync("conversations.members", ("channel", "C0INCIDENT"), ("limit", "7"));
        var cursor = first.GetProperty("response_metadata").Text("next_cursor")!;
        var last = await lab.CallAsync("conversations.members", ("channel", "C0INCIDENT"), ("limit", "7"), ("cursor", cursor));

        Sample.AssertShape(Sample.Success("conversations.members"), last);
        Assert.Equal(10, first.Items("members").Concat(last.Items("members")).Count());
        Assert.Equal("", last.GetProperty("response_metadata").Text("next_cursor"));
    }
}
