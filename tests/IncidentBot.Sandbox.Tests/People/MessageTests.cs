using IncidentBot.Sandbox.Tests.Lab;

namespace IncidentBot.Sandbox.Tests.People;

public sealed class MessageTests
{
    [Fact]
    public async Task A_message_and_a_reply_are_told_as_the_samples_show()
    {
        await using var lab = await SlackLab.StartAsync();
        var first = (await lab.Workspace.As("maya").TypeAsync("incidents", "cache nodes look cold")).Message!;

        await lab.Workspace.As("ben").TypeAsync("incidents", "rolled back", first.Ts);

        await lab.Workspace.SettleAsync();
        Sample.AssertShape(Sample.Load("17_event_message_channel"), lab.Bot.All[0].Envelope);
        Sample.AssertShape(Sample.Load("18_event_message_thread_reply"), lab.Bot.All[1].Envelope);
    }

    [Fact]
    public async Task An_edit_is_a_message_changed()
    {
        await using var lab = await SlackLab.StartAsync();
        var maya = lab.Workspace.As("maya");
        var message = (await maya.TypeAsync("incidents", "cold")).Message!;

        await maya.EditAsync(message, "cold since 12:02");

        await lab.Workspace.SettleAsync();
        Sample.AssertShape(Sample.Load("19_event_message_changed"), lab.Bot.Last.Envelope, "source_team", "user_team");
        Assert.Equal("cold since 12:02", lab.Bot.Last.Event.GetProperty("message").Text("text"));
    }

    [Fact]
    public async Task A_deleted_parent_leaves_a_tombstone_until_its_last_reply_goes()
    {
        await using var lab = await SlackLab.StartAsync();
        var maya = lab.Workspace.As("maya");
        var parent = (await maya.TypeAsync("incidents", "first")).Message!;
        var reply = (await maya.TypeAsync("incidents", "second", parent.Ts)).Message!;
        var samples = Sample.Load("20_events_message_deleted");

        await maya.DeleteAsync(parent);
        await lab.Workspace.SettleAsync();
        var tombstone = lab.Bot.Last.Event;
        await maya.DeleteAsync(reply);
        await lab.Workspace.SettleAsync();

        Sample.AssertShape(
            samples[1].GetProperty("event"),
            tombstone,
            "parent_user_id",
            "thread_ts",
            "reply_count",
            "reply_users_count",
            "latest_reply",
            "reply_users",
            "is_locked",
            "subscribed");
        Assert.Equal("tombstone", tombstone.GetProperty("message").Text("subtype"));
        Sample.AssertShape(
            samples[0].GetProperty("event"),
            lab.Bot.EventsOf("message", "message_deleted")[0],
            "edited",
            "source_team",
            "user_team",
            "thread_ts",
            "parent_user_id");
        Assert.Equal(2, lab.Bot.EventsOf("message", "message_deleted").Count);
        Assert.Empty(lab.Workspace.MessagesIn("incidents"));
    }

    [Fact]
    public async Task Timestamps_rise_while_the_clock_stands_still()
    {
        await using var lab = await SlackLab.StartAsync();

        for (var i = 0; i < 20; i++)
        {
            await lab.Workspace.As("ben").TypeAsync("incidents", "hello");
        }

        var stamps = lab.Workspace.MessagesIn("incidents").Select(m => m.Ts).ToList();
        Assert.Equal(stamps.Distinct().Order(StringComparer.Ordinal), stamps);
        Assert.All(stamps, ts => Assert.Matches(@"^\d{10}\.\d{6}$", ts));
    }

    [Fact]
    public async Task A_mention_is_told_twice_as_Slack_does()
    {
        await using var lab = await SlackLab.StartAsync();

        await lab.Workspace.As("ben").TypeAsync("incidents", "@incidentbot status");

        await lab.Workspace.SettleAsync();
        Assert.Single(lab.Bot.EventsOf("message"));
        Sample.AssertShape(Sample.Load("29_event_app_mention"), lab.Bot.Last.Envelope);
    }

    [Fact]
    public async Task Opening_the_home_tab_is_told_with_the_view_once_there_is_one()
    {
        await using var lab = await SlackLab.StartAsync();
        var samples = Sample.Load("28_events_app_home_opened");
        var maya = lab.Workspace.As("maya");

        await maya.OpenHomeAsync();
        await lab.CallAsync("views.publish", ("user_id", maya.User.Id), ("view", Modals.Home));
        await maya.OpenHomeAsync();

        await lab.Workspace.SettleAsync();
        Sample.AssertShape(samples[0], lab.Bot.All[0].Envelope);
        Sample.AssertShape(samples[1], lab.Bot.All[1].Envelope);
    }

    [Fact]
    public async Task A_new_zone_is_a_user_change()
    {
        await using var lab = await SlackLab.StartAsync();

        lab.Workspace.Users.Update(lab.Workspace.As("maya").User with { TimeZone = "America/New_York" });

        await lab.Workspace.SettleAsync();
        Sample.AssertShape(Sample.Load("31_event_user_change"), lab.Bot.Last.Envelope);
    }

    [Fact]
    public async Task Alertmanager_speaks_as_a_bot_without_a_subtype()
    {
        await using var lab = await SlackLab.StartAsync();

        await lab.Workspace.As("alertmanager").TypeAsync("incidents", "FIRING: checkout");

        await lab.Workspace.SettleAsync();
        Assert.Equal("B0ALERTMAN", lab.Bot.Last.Event.Text("bot_id"));
        Assert.Null(lab.Bot.Last.Event.At("subtype"));
    }

    [Fact]
    public async Task The_page_hears_of_every_change()
    {
        await using var lab = await SlackLab.StartAsync();
        var changes = 0;
        lab.Workspace.Changed += (_, _) => changes++;

        await lab.Workspace.As("ben").TypeAsync("incidents", "hello");

        Assert.NotEqual(0, changes);
    }
}
