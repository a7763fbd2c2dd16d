using System.Net;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Slack.Tests.Endpoints;

public sealed class SlackEventEndpointTests
{
    [Fact]
    public async Task The_challenge_comes_back_when_it_is_signed()
    {
        await using var app = await SlackApp.StartAsync();
        const string body =
            """{"token":"x","challenge":"3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P","type":"url_verification"}""";

        Assert.Equal(
            ("3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P", "text/plain"),
            await app.SendEventAsync(body) is var good ? (good.Body, good.ContentType) : default);
        Assert.Equal(
            HttpStatusCode.Unauthorized, (await app.SendEventAsync(body, request => request.Headers.Remove("X-Slack-Signature"))).Status);
    }

    [Fact]
    public async Task An_event_is_kept_before_slack_hears_ok()
    {
        await using var app = await SlackApp.StartAsync();
        var payload = Payload.File("19_event_message_changed").GetRawText();

        var response = await app.SendEventAsync(payload, request => request.Headers.Add("X-Slack-Retry-Num", "2"));

        Assert.Equal((HttpStatusCode.OK, ""), (response.Status, response.Body));
        var kept = Assert.Single(app.Inbox);
        Assert.Equal(
            ("Ev0PMDEMO003", "T0PMDEMO01", "message", "C0PMINC042", 2),
            (kept.EventId, kept.TeamId, kept.Type, kept.ChannelId, kept.RetryNum));
        Assert.Equal((1769429060L, payload), (kept.EventTime.ToUnixTimeSeconds(), kept.Payload));
        Assert.Empty(app.Script.Handled);
    }

    [Theory]
    [InlineData("26_events_reaction_added_removed", "C0PMINC042")]
    [InlineData("27_events_pin_added_removed", "C0PMINC042")]
    [InlineData("28_events_app_home_opened", "D0PMDM0001")]
    [InlineData("31_event_user_change", null)]
    public async Task An_event_knows_its_channel_wherever_it_stands(string file, string? channel)
    {
        await using var app = await SlackApp.StartAsync();

        await app.SendEventAsync(Payload.Events(file)[0].GetRawText());

        Assert.Equal(channel, Assert.Single(app.Inbox).ChannelId);
    }

    [Fact]
    public async Task A_renamed_channel_is_found_inside_its_object()
    {
        await using var app = await SlackApp.StartAsync();

        await app.SendEventAsync(Payload.Events("30_events_membership_and_channel")[2].GetRawText());

        Assert.Equal("C0PMINC042", Assert.Single(app.Inbox).ChannelId);
    }

    [Fact]
    public async Task Slack_holding_back_is_accepted_and_said()
    {
        await using var app = await SlackApp.StartAsync();

        var response = await app.SendEventAsync(Payload.Events("32_events_lifecycle")[2].GetRawText());

        Assert.Equal(HttpStatusCode.OK, response.Status);
        Assert.Empty(app.Inbox);
        Assert.Equal(LogLevel.Warning, Assert.Single(app.Log.Lines).Level);
    }

    [Theory]
    [InlineData("T0PARTNER", "T0OURS", true)]
    [InlineData("T0OURS", "T0PARTNER", false)]
    [InlineData("T0OURS", null, true)]
    [InlineData("T0PARTNER", null, false)]
    public async Task An_event_is_for_the_workspace_that_is_authorized_for_it(string outer, string? authorized, bool isKept)
    {
        await using var app = await SlackApp.StartAsync();
        app.Script.OwnTeam = "T0OURS";
        var authorizations = authorized is null ? "[]" : $$"""[{"team_id":"{{authorized}}","is_bot":true}]""";

        var answer = await app.SendEventAsync(
            $$$"""
            {"type":"event_callback","event_id":"Ev1","team_id":"{{{outer}}}",
             "authorizations":{{{authorizations}}},"event":{"type":"team_join"}}
            """);

        Assert.Equal((HttpStatusCode.OK, isKept ? 1 : 0), (answer.Status, app.Inbox.Count));
    }

    [Theory]
    [InlineData("event_id")]
    [InlineData("channel")]
    public async Task An_id_too_long_for_any_database_is_refused(string which)
    {
        await using var app = await SlackApp.StartAsync();
        var (id, channel) = which == "channel" ? ("Ev1", new string('C', 8000)) : (new string('E', 8000), "C1");

        var answer = await app.SendEventAsync(
            $$$"""{"type":"event_callback","event_id":"{{{id}}}","team_id":"T1","event":{"type":"message","channel":"{{{channel}}}"}}""");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Empty(app.Inbox);
    }

    [Fact]
    public async Task While_the_own_workspace_is_unknown_slack_is_asked_to_deliver_again()
    {
        await using var app = await SlackApp.StartAsync();
        app.Script.OwnTeam = null;

        var answer = await app.SendEventAsync(Payload.File("19_event_message_changed").GetRawText());

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Empty(app.Inbox);
    }
}
