using IncidentBot.Sandbox.Tests.Lab;

namespace IncidentBot.Sandbox.Tests.Failures;

public sealed class SlackConnectTests
{
    [Fact]
    public async Task A_shared_channel_says_so_and_its_strangers_have_neither_zone_nor_address()
    {
        await using var lab = await SlackLab.StartAsync();
        lab.Workspace.Failures.ShareChannel("incidents");

        var channel = (await lab.CallAsync("conversations.info", ("channel", "C0INCIDENT"))).GetProperty("channel");
        Assert.True(channel.Flag("is_ext_shared"));
        Assert.Equal(2, channel.GetProperty("shared_team_ids").GetArrayLength());
        var stranger = (await lab.CallAsync("users.info", ("user", "U0NOOR0011"))).GetProperty("user");
        Assert.True(stranger.Flag("is_stranger"));
        Assert.NotEqual("T0SANDBOX1", stranger.Text("team_id"));
        Assert.Null(stranger.At("tz"));
        Assert.Null(stranger.GetProperty("profile").At("email"));
        var members = (await lab.CallAsync("users.list")).GetProperty("members").EnumerateArray();
        Assert.DoesNotContain(members, m => m.Text("id") == "U0NOOR0011");
    }

    [Fact]
    public async Task What_happens_there_is_told_as_shared()
    {
        await using var lab = await SlackLab.StartAsync();
        lab.Workspace.Failures.ShareChannel("incidents");
        await lab.Workspace.As("noor").TypeAsync("incidents", "we see it too");
        await lab.Workspace.As("ben").TypeAsync("general", "not there");
        await lab.Workspace.SettleAsync();

        Assert.Equal("T0PARTNER1", Assert.Single(lab.Bot.EventsOf("channel_shared")).Text("connected_team_id"));
        Assert.True(lab.Bot.Last.Envelope.Flag("is_ext_shared_channel"));
        Assert.Equal("T0PARTNER1", lab.Bot.Last.Event.Text("team"));
    }

    [Fact]
    public async Task Strangers_have_no_commands_and_no_one_can_invite_them()
    {
        await using var lab = await SlackLab.StartAsync();
        var channel = await lab.NewChannelAsync();
        lab.Workspace.Failures.ShareChannel("incidents");

        var typed = await lab.Workspace.As("noor").TypeAsync("incidents", "/incident declare");
        Assert.Contains("not a valid command", typed.Message!.Text, StringComparison.Ordinal);
        Assert.Equal(
            "cant_invite", (await lab.CallAsync("conversations.invite", ("channel", channel), ("users", "U0NOOR0011"))).Text("error"));

        lab.Workspace.Failures.UnshareChannel("incidents");
        Assert.DoesNotContain(lab.Workspace.Users.People, p => p.IsExternal);
        Assert.False((await lab.CallAsync("conversations.info", ("channel", "C0INCIDENT"))).GetProperty("channel").Flag("is_ext_shared"));
    }
}
