using IncidentBot.Sandbox.Tests.Lab;

namespace IncidentBot.Sandbox.Tests.Samples;

/// <summary>Events that only come of failure or of special posts, held to their samples.</summary>
public sealed class EventSampleTests
{
    [Fact]
    public async Task The_end_of_an_installation_is_told_as_the_samples_show()
    {
        await using var lab = await SlackLab.StartAsync();
        lab.Workspace.Failures.UninstallApp();
        await lab.Workspace.SettleAsync();
        var samples = Sample.Load("32_events_lifecycle");

        Sample.AssertShape(samples[0], lab.Bot.All[0].Envelope);
        Sample.AssertShape(samples[1], lab.Bot.All[1].Envelope);
    }

    [Fact]
    public async Task A_channel_that_comes_back_is_told_as_the_sample_shows()
    {
        await using var lab = await SlackLab.StartAsync();
        lab.Workspace.Events.ChannelArchived(lab.Workspace.Channels.Named("incidents"), "U0MAYA0001", archived: false);
        await lab.Workspace.SettleAsync();

        Sample.AssertShape(Sample.Load("30_events_membership_and_channel")[4].GetProperty("event"), lab.Bot.Last.Event);
    }

    [Fact]
    public async Task A_reply_that_goes_to_the_channel_too_is_told_as_the_sample_shows()
    {
        await using var lab = await SlackLab.StartAsync();
        var first = (await lab.Workspace.As("ben").TypeAsync("incidents", "cache nodes look cold")).Message!;
        await lab.PostAsync("C0INCIDENT", "Mitigated", ("thread_ts", first.Ts), ("reply_broadcast", "true"));
        await lab.Workspace.SettleAsync();

        // The sample's author is a person, here it is the bot, whose messages say which app wrote them.
        Sample.AssertShape(
            Sample.Load("21_event_thread_broadcast"), lab.Bot.Last.Envelope,
            "client_msg_id", "bot_id", "app_id", "bot_profile", "team", "blocks", "parent_user_id", "subscribed");
    }
}
