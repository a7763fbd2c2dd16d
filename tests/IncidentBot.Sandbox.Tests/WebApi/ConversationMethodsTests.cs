using IncidentBot.Sandbox.Tests.Lab;

namespace IncidentBot.Sandbox.Tests.WebApi;

public sealed class ConversationMethodsTests
{
    [Fact]
    public async Task The_bot_makes_a_channel_and_hears_that_it_is_in_it()
    {
        await using var lab = await SlackLab.StartAsync();

        var answer = await lab.CallAsync("conversations.create", ("name", "inc-1-checkout"));

        await lab.Workspace.SettleAsync();
        Sample.AssertShape(Sample.Success("conversations.create"), answer);
        Assert.Equal(lab.Workspace.Users.Bot.Id, lab.Bot.EventsOf("member_joined_channel").Single().Text("user"));
        Assert.Single(lab.Bot.EventsOf("message", "channel_join"));
    }

    [Theory]
    [InlineData("", "invalid_name_required")]
    [InlineData("Upper", "invalid_name_specials")]
    [InlineData("with space", "invalid_name_specials")]
    [InlineData("--", "invalid_name_punctuation")]
    [InlineData("incidents", "name_taken")]
    public async Task A_name_that_cannot_be_is_refused(string name, string error)
    {
        await using var lab = await SlackLab.StartAsync();

        var answer = await lab.CallAsync("conversations.create", ("name", name));

        Assert.Equal(error, answer.Text("error"));
    }

    [Fact]
    public async Task A_name_has_eighty_characters_at_most()
    {
        await using var lab = await SlackLab.StartAsync();

        var longest = await lab.CallAsync("conversations.create", ("name", new string('a', 80)));
        var longer = await lab.CallAsync("conversations.create", ("name", new string('a', 81)));

        Assert.True(longest.Flag("ok"));
        Assert.Equal("invalid_name_maxlength", longer.Text("error"));
    }

    [Fact]
    public async Task A_topic_of_250_characters_is_set_and_told()
    {
        await using var lab = await SlackLab.StartAsync();
        var channel = await lab.NewChannelAsync();

        var answer = await lab.CallAsync("conversations.setTopic", ("channel", channel), ("topic", new string('t', 250)));
        var longer = await lab.CallAsync("conversations.setTopic", ("channel", channel), ("topic", new string('t', 251)));

        await lab.Workspace.SettleAsync();
        Sample.AssertShape(Sample.Success("conversations.setTopic"), answer);
        Assert.Equal("too_long", longer.Text("error"));
        Assert.Equal(new string('t', 250), lab.Bot.EventsOf("message", "channel_topic").Single().Text("topic"));
    }

    [Fact]
    public async Task The_bot_renames_what_it_made_and_nothing_else()
    {
        await using var lab = await SlackLab.StartAsync();
        var channel = await lab.NewChannelAsync();

        var answer = await lab.CallAsync("conversations.rename", ("channel", channel), ("name", "inc-1-fixed"));
        var refused = await lab.CallAsync("conversations.rename", ("channel", "C0INCIDENT"), ("name", "mine"));

        await lab.Workspace.SettleAsync();
        Sample.AssertShape(Sample.Success("conversations.rename"), answer);
        Sample.AssertShape(
            Sample.Load("30_events_membership_and_channel")[2].GetProperty("event"), lab.Bot.EventsOf("channel_rename").Single());
        Assert.Equal("not_authorized", refused.Text("error"));
    }

    [Fact]
    public async Task Archiving_puts_the_bot_out_for_good()
    {
        await using var lab = await SlackLab.StartAsync();
        var channel = await lab.NewChannelAsync();

        var answer = await lab.CallAsync("conversations.archive", ("channel", channel));
        var again = await lab.CallAsync("conversations.archive", ("channel", channel));
        var post = await lab.CallAsync("chat.postMessage", ("channel", channel), ("text", "still here?"));
        var history = await lab.CallAsync("conversations.history", ("channel", channel));

        await lab.Workspace.SettleAsync();
        Sample.AssertShape(Sample.Success("conversations.archive"), answer);
        Sample.AssertShape(
            Sample.Load("30_events_membership_and_channel")[3].GetProperty("event"), lab.Bot.EventsOf("channel_archive").Single());
        Assert.Equal("already_archived", again.Text("error"));
        Assert.Equal("is_archived", post.Text("error"));
        Assert.Equal("not_in_channel", history.Text("error"));
    }

    [Fact]
    public async Task The_name_of_an_archived_channel_stays_taken()
    {
        await using var lab = await SlackLab.StartAsync();
        await lab.CallAsync("conversations.archive", ("channel", await lab.NewChannelAsync("inc-1")));

        var answer = await lab.CallAsync("conversations.create", ("name", "inc-1"));

        Sample.AssertShape(Sample.Load("34_api_errors").GetProperty("name_taken"), answer);
        Assert.Equal("name_taken", answer.Text("error"));
    }
}
