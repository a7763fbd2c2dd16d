using IncidentBot.Sandbox.Tests.Lab;

namespace IncidentBot.Sandbox.Tests.People;

public sealed class ChannelTests
{
    [Fact]
    public async Task An_invited_bot_hears_a_private_channel_as_a_group()
    {
        await using var lab = await SlackLab.StartAsync();
        var lena = lab.Workspace.As("lena");
        var secret = await lena.CreateChannelAsync("leads", isPrivate: true);
        await lena.InviteAsync("leads", "incidentbot");

        await lena.TypeAsync("leads", "quietly");
        await lena.RenameChannelAsync("leads", "leads-only");

        await lab.Workspace.SettleAsync();
        var message = lab.Bot.EventsOf("message").Single();
        Assert.Equal(("group", secret.Id), (message.Text("channel_type"), message.Text("channel")));
        Assert.Equal("G", lab.Bot.EventsOf("member_joined_channel").Single().Text("channel_type"));
        Sample.AssertShape(
            Sample.Load("30_events_membership_and_channel")[6].GetProperty("event"), lab.Bot.EventsOf("group_rename").Single());
    }

    [Fact]
    public async Task Writing_in_a_public_channel_joins_it()
    {
        await using var lab = await SlackLab.StartAsync();

        await lab.Workspace.As("tom").TypeAsync("payments", "is it the network?");

        Assert.Contains("U0TOM00008", lab.Workspace.Channels.Named("payments").Members);
    }

    [Fact]
    public async Task An_archived_channel_has_no_composer_until_a_person_brings_it_back_without_the_bot()
    {
        await using var lab = await SlackLab.StartAsync();
        var maya = lab.Workspace.As("maya");
        await maya.ArchiveAsync("incidents");

        await Assert.ThrowsAsync<InvalidOperationException>(() => maya.TypeAsync("incidents", "hello?"));
        await maya.UnarchiveAsync("incidents");
        await maya.TypeAsync("incidents", "back again");

        await lab.Workspace.SettleAsync();
        Assert.Single(lab.Bot.EventsOf("channel_archive"));
        Assert.Empty(lab.Bot.EventsOf("channel_unarchive"));
        Assert.DoesNotContain(lab.Bot.Events, e => e.Text("text") == "back again");
    }

    [Fact]
    public async Task A_person_sees_their_own_ephemerals_and_conversations_only()
    {
        await using var lab = await SlackLab.StartAsync();
        await lab.CallAsync("chat.postEphemeral", ("channel", "C0INCIDENT"), ("user", "U0BEN00002"), ("text", "only you"));
        await lab.CallAsync("conversations.open", ("users", "U0BEN00002"));
        await lab.Workspace.As("lena").CreateChannelAsync("leads", isPrivate: true);

        Assert.Single(lab.Workspace.SeenBy("ben", "incidents"));
        Assert.Empty(lab.Workspace.SeenBy("maya", "incidents"));
        Assert.Contains(lab.Workspace.ChannelsOf("ben"), c => c.IsDm);
        Assert.DoesNotContain(lab.Workspace.ChannelsOf("maya"), c => c.IsDm || c.Name == "leads");
    }
}
