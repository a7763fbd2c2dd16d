using System.Text.Json;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Slack.Tests;

public sealed class EventParserTests
{
    [Fact]
    public void A_message()
    {
        var posted = Assert.IsType<MessagePosted>(Single("17_event_message_channel"));

        Assert.Equal(("C0PMINC042", "U0PMANNA01", "cache nodes look cold"), (posted.Channel, posted.Message.User, posted.Message.Text));
        Assert.Equal(("T0PMDEMO01", 1769429000L), (posted.TeamId, posted.EventTime.ToUnixTimeSeconds()));
        Assert.StartsWith("Ev", posted.EventId, StringComparison.Ordinal);
        Assert.True(posted.IsContent);
        Assert.False(posted.Message.IsReply);
        Assert.False(posted.Message.IsFromBot);
    }

    [Fact]
    public void A_reply() => Assert.True(Assert.IsType<MessagePosted>(Single("18_event_message_thread_reply")).Message.IsReply);

    [Fact]
    public void An_edit()
    {
        var changed = Assert.IsType<MessageChanged>(Single("19_event_message_changed"));

        Assert.True(changed.IsEdit);
        Assert.Equal(("1769429000.000200", "cache nodes look cold since 12:02"), (changed.Message.Ts, changed.Message.Text));
        Assert.Equal("cache nodes look cold", changed.PreviousMessage?.Text);
        Assert.Equal("1769429060.000000", changed.Message.Edited?.Ts);
    }

    [Fact]
    public void An_unfurled_link_is_no_edit()
    {
        var changed = Assert.IsType<MessageChanged>(Parse(
            """
            {"event":{"type":"message","subtype":"message_changed","channel":"C1",
             "message":{"ts":"1.000001","text":"a"},"previous_message":{"ts":"1.000001","text":"a"}}}
            """));

        Assert.False(changed.IsEdit);
    }

    [Fact]
    public void A_tombstone_is_a_deletion_like_any_other()
    {
        var deletions = Payload.Events("20_events_message_deleted").Select(EventParser.Parse).Cast<MessageDeleted>().ToList();

        Assert.All(deletions, deleted => Assert.Equal("1769429000.000200", deleted.DeletedTs));
        Assert.All(deletions, deleted => Assert.NotNull(deleted.PreviousMessage));
        Assert.Equal([false, true], deletions.Select(deleted => deleted.LeavesThread));
    }

    [Theory]
    [InlineData("21_event_thread_broadcast", "thread_broadcast", true, false)]
    [InlineData("22_event_own_bot_message", null, true, true)]
    [InlineData("23_event_bot_message_legacy", "bot_message", true, true)]
    [InlineData("24_event_channel_join_message", "channel_join", false, false)]
    [InlineData("25_event_file_share", "file_share", true, false)]
    public void Every_subtype_is_a_posted_message(string file, string? subtype, bool isContent, bool isFromBot)
    {
        var posted = Assert.IsType<MessagePosted>(EventParser.Parse(Payload.Events(file)[0]));

        Assert.Equal((subtype, isContent, isFromBot), (posted.Message.Subtype, posted.IsContent, posted.Message.IsFromBot));
        Assert.Equal(subtype == "file_share", posted.Message.Files.Count > 0);
    }

    [Fact]
    public void Reactions()
    {
        var events = Payload.Events("26_events_reaction_added_removed").Select(EventParser.Parse).ToList();

        Assert.NotEmpty(events.OfType<ReactionAdded>());
        Assert.NotEmpty(events.OfType<ReactionRemoved>());
        Assert.All(
            events.Cast<ReactionEvent>(), reaction => Assert.Equal(("message", "C0PMINC042"), (reaction.Item.Type, reaction.Item.Channel)));
        Assert.Equal("thumbsup", (events.OfType<ReactionAdded>().First() with { Reaction = "thumbsup::skin-tone-2" }).Emoji);
    }

    [Fact]
    public void Pins_bring_their_message()
    {
        var events = Payload.Events("27_events_pin_added_removed").Select(EventParser.Parse).Cast<PinEvent>().ToList();

        Assert.IsType<PinAdded>(events[0]);
        Assert.IsType<PinRemoved>(events[1]);
        Assert.All(events, pin => Assert.Equal(("C0PMINC042", "1769429010.000500"), (pin.ChannelId, pin.Item.Message?.Ts)));
        Assert.Equal([1, 0], events.Select(pin => pin.PinCount));
    }

    [Fact]
    public void The_home_tab_has_a_view_only_after_the_first_time()
    {
        var events = Payload.Events("28_events_app_home_opened").Select(EventParser.Parse).Cast<AppHomeOpened>().ToList();

        Assert.Equal([null, "V0PMHOME01"], events.Select(opened => opened.View?.Id));
    }

    [Fact]
    public void A_mention() => Assert.NotEmpty(Assert.IsType<AppMention>(Single("29_event_app_mention")).Text);

    [Fact]
    public void Membership_and_channels()
    {
        var events = Payload.Events("30_events_membership_and_channel").Select(EventParser.Parse).ToList();

        Assert.Equal(
            [
                typeof(MemberJoinedChannel), typeof(MemberLeftChannel), typeof(ChannelRename), typeof(ChannelArchive),
                typeof(ChannelUnarchive), typeof(ChannelIdChanged), typeof(ChannelRename),
            ],
            events.Select(slackEvent => slackEvent.GetType()));
        Assert.Equal("U0PMBOT001", events.OfType<MemberJoinedChannel>().Single().Inviter);
        Assert.Equal(["inc-42-checkout-fixed", "inc-7-private"], events.OfType<ChannelRename>().Select(rename => rename.Channel.Name));
        Assert.Equal(
            ("G0PMOLD001", "C0PMPRIV07"),
            (events.OfType<ChannelIdChanged>().Single().OldChannelId, events.OfType<ChannelIdChanged>().Single().NewChannelId));
    }

    [Fact]
    public void A_changed_profile()
    {
        var user = Assert.IsType<UserChange>(Single("31_event_user_change")).User;

        Assert.Equal(
            ("U0PMANNA01", "America/New_York", "anna", "anna@example.test"), (user.Id, user.Tz, user.DisplayName, user.Profile.Email));
        Assert.True(user.IsPerson);
        Assert.Equal("https://example.test/72.png", user.Profile.Image72);
    }

    [Fact]
    public void The_end_of_an_installation()
    {
        var events = Payload.Events("32_events_lifecycle").Take(2).Select(EventParser.Parse).ToList();

        Assert.Equal(["U0PMBOT001"], Assert.IsType<TokensRevoked>(events[0]).Tokens.Bot);
        Assert.IsType<AppUninstalled>(events[1]);
    }

    [Fact]
    public void An_event_without_a_type_here_keeps_its_json()
    {
        var unknown = Assert.IsType<UnknownEvent>(Parse("""{"event_id":"Ev1","event":{"type":"emoji_changed","name":"fire"}}"""));

        Assert.Equal(("emoji_changed", "Ev1", "fire"), (unknown.Type, unknown.EventId, unknown.Raw.GetProperty("name").GetString()));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"event":"x"}""")]
    [InlineData("""{"event":{"type":"message"}}""")]
    public void What_slack_never_sends_is_refused(string payload) => Assert.ThrowsAny<JsonException>(() => Parse(payload));

    private static SlackEvent Single(string file) => EventParser.Parse(Assert.Single(Payload.Events(file)));

    private static SlackEvent Parse(string payload)
    {
        using var document = JsonDocument.Parse(payload);
        return EventParser.Parse(document.RootElement.Clone());
    }
}
