using System.Net;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Slack.Tests.Endpoints;

public sealed class SlackEndpointsTests
{
    private const string Command = "command=%2Fincident&text=+declare+&user_id=U1&channel_id=C1&team_id=T1&trigger_id=t&response_url=r";

    [Fact]
    public async Task A_recorded_command_is_verified_and_answered()
    {
        await using var app = await SlackApp.StartAsync();
        app.Script.Command = SlashCommandResponse.Ephemeral(Mrkdwn.Text($"Hello {"<you>"}"), new DividerBlock());
        var recorded = Payload.File("01_http_slash_command").GetProperty("request");

        var response = await app.PostAsync("/slack/commands", recorded.GetProperty("raw_body").GetString()!, change: request =>
        {
            request.Headers.Remove("X-Slack-Signature");
            request.Headers.Add("X-Slack-Signature", recorded.GetProperty("headers").GetProperty("X-Slack-Signature").GetString());
        });

        Assert.Equal((HttpStatusCode.OK, "application/json"), (response.Status, response.ContentType));
        Payload.AssertSame(
            """{"response_type":"ephemeral","text":"Hello &lt;you&gt;","blocks":[{"type":"divider"}]}""", response.Body.Json());
        var command = Assert.IsType<SlashCommand>(Assert.Single(app.Script.Handled));
        Assert.Equal(
            ("/incident", "declare checkout & pay <slow> for <@U0PMBEN002|ben>", "U0PMANNA01", "C0PMINCALL"),
            (command.Command, command.Text, command.UserId, command.ChannelId));
        Assert.Empty(app.Log.WarningsAndErrors);
    }

    [Fact]
    public async Task A_command_without_an_answer_says_nothing()
    {
        await using var app = await SlackApp.StartAsync();

        var response = await app.PostAsync("/slack/commands", Command);

        Assert.Equal((HttpStatusCode.OK, ""), (response.Status, response.Body));
        Assert.Equal("declare", Assert.IsType<SlashCommand>(Assert.Single(app.Script.Handled)).Text);
    }

    [Theory]
    [InlineData("X-Slack-Signature", false)]
    [InlineData("X-Slack-Request-Timestamp", false)]
    [InlineData("X-Slack-Signature", true)]
    [InlineData("X-Slack-Request-Timestamp", true)]
    public async Task A_missing_or_repeated_header_is_refused_without_a_word(string header, bool repeated)
    {
        await using var app = await SlackApp.StartAsync();

        var response = await app.PostAsync("/slack/commands", Command, change: request =>
        {
            var value = request.Headers.GetValues(header).Single();
            request.Headers.Remove(header);
            if (repeated)
            {
                request.Headers.TryAddWithoutValidation(header, [value, value]);
            }
        });

        Assert.Equal((HttpStatusCode.Unauthorized, ""), (response.Status, response.Body));
        Assert.Empty(app.Script.Handled);
    }

    [Theory]
    [InlineData("/slack/commands")]
    [InlineData("/slack/interactivity")]
    [InlineData("/slack/options")]
    [InlineData("/slack/events")]
    public async Task No_door_opens_without_a_signature(string path)
    {
        await using var app = await SlackApp.StartAsync();

        var response = await app.PostAsync(path, Command, change: request => SlackApp.Sign(request, Command, 1769428800, "another secret"));

        Assert.Equal((HttpStatusCode.Unauthorized, ""), (response.Status, response.Body));
        Assert.Empty(app.Log.WarningsAndErrors);
        Assert.DoesNotContain(app.Log.Lines, line => line.Text.Contains("v0=", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(300, HttpStatusCode.OK)]
    [InlineData(301, HttpStatusCode.Unauthorized)]
    public async Task A_request_is_good_for_five_minutes(int secondsLater, HttpStatusCode expected)
    {
        await using var app = await SlackApp.StartAsync();
        app.Time.Advance(TimeSpan.FromSeconds(secondsLater));

        var response = await app.PostAsync("/slack/commands", Command, change: request => SlackApp.Sign(request, Command, 1769428800));

        Assert.Equal(expected, response.Status);
    }

    [Fact]
    public async Task The_secret_until_now_is_good_while_it_is_replaced()
    {
        await using var app = await SlackApp.StartAsync(settings: values =>
        {
            values["Slack:SigningSecret"] = "the-new-secret";
            values["Slack:PreviousSigningSecret"] = SlackApp.Secret;
        });

        Assert.Equal(HttpStatusCode.OK, (await app.PostAsync("/slack/commands", Command)).Status);
    }

    [Theory]
    [InlineData(1024 * 1024, HttpStatusCode.Unauthorized)]
    [InlineData((1024 * 1024) + 1, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_body_has_at_most_a_mebibyte(int length, HttpStatusCode expected)
    {
        await using var app = await SlackApp.StartAsync();

        var response = await app.PostAsync(
            "/slack/events", new string('x', length), "application/json", request => request.Headers.Remove("X-Slack-Signature"));

        Assert.Equal((expected, ""), (response.Status, response.Body));
    }

    [Fact]
    public async Task A_body_that_hides_its_length_is_cut_off_too()
    {
        await using var app = await SlackApp.StartAsync();

        var response = await app.PostAsync(
            "/slack/events",
            new string('x', (1024 * 1024) + 1),
            "application/json",
            request => request.Headers.TransferEncodingChunked = true);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.Status);
    }

    [Fact]
    public async Task The_certificate_probe_is_answered_and_goes_nowhere()
    {
        await using var app = await SlackApp.StartAsync();
        var body = Payload.File("05_http_ssl_check").GetProperty("request").GetProperty("raw_body").GetString()!;

        var response = await app.PostAsync("/slack/commands", body, change: request => request.Headers.Remove("X-Slack-Signature"));

        Assert.Equal((HttpStatusCode.OK, ""), (response.Status, response.Body));
        Assert.Empty(app.Script.Handled);
    }

    [Theory]
    [InlineData("/slack/commands", "text=x", "application/x-www-form-urlencoded")]
    [InlineData("/slack/commands", "", "application/x-www-form-urlencoded")]
    [InlineData("/slack/interactivity", "", "application/x-www-form-urlencoded")]
    [InlineData("/slack/interactivity", "payload=%7B", "application/x-www-form-urlencoded")]
    [InlineData("/slack/interactivity", "payload=%5B%5D", "application/x-www-form-urlencoded")]
    [InlineData("/slack/interactivity", "payload=%7B%22type%22%3A%22view_submission%22%7D", "application/x-www-form-urlencoded")]
    [InlineData("/slack/events", "", "application/json")]
    [InlineData("/slack/events", "{", "application/json")]
    [InlineData("/slack/events", "[]", "application/json")]
    [InlineData("/slack/events", "{}", "application/json")]
    [InlineData("/slack/events", """{"type":"event_callback","event_id":"Ev1"}""", "application/json")]
    [InlineData("/slack/events", """{"type":"event_callback","event":{"type":"message"}}""", "application/json")]
    public async Task What_cannot_be_read_is_refused_and_no_error_of_ours(string path, string body, string contentType)
    {
        await using var app = await SlackApp.StartAsync();

        var response = await app.PostAsync(path, body, contentType);

        Assert.Equal(HttpStatusCode.BadRequest, response.Status);
        Assert.Empty(app.Log.WarningsAndErrors);
    }

    [Fact]
    public async Task An_unknown_interaction_is_ignored_by_its_type()
    {
        await using var app = await SlackApp.StartAsync();

        var response = await app.InteractAsync("""{"type":"interactive_message","callback_id":"secret stuff"}""");

        Assert.Equal((HttpStatusCode.OK, ""), (response.Status, response.Body));
        Assert.Equal((LogLevel.Information, "Ignored an interaction of type interactive_message"), Assert.Single(app.Log.Lines));
    }

    [Theory]
    [InlineData("06_block_actions_message_button")]
    [InlineData("08_block_actions_home_button")]
    [InlineData("09_block_actions_modal_select")]
    [InlineData("12_view_closed")]
    [InlineData("13_shortcut_global")]
    [InlineData("14_message_action")]
    public async Task What_needs_no_answer_gets_none(string file)
    {
        await using var app = await SlackApp.StartAsync();

        var response = await app.InteractAsync(Payload.File(file).GetRawText());

        Assert.Equal((HttpStatusCode.OK, ""), (response.Status, response.Body));
        Assert.Single(app.Script.Handled);
        Assert.Empty(app.Log.WarningsAndErrors);
    }

    [Fact]
    public async Task A_submission_is_answered_in_the_form_that_slack_takes()
    {
        await using var app = await SlackApp.StartAsync();
        var payload = Payload.File("11_view_submission_all_elements").GetRawText();

        Assert.Equal((HttpStatusCode.OK, ""), await app.InteractAsync(payload) is var closed ? (closed.Status, closed.Body) : default);

        app.Script.Submission = ViewSubmissionResponse.Clear;
        Payload.AssertSame("""{"response_action":"clear"}""", (await app.InteractAsync(payload)).Body.Json());

        app.Script.Submission = ViewSubmissionResponse.Error("title_b", "Describe the system, not a person.");
        Payload.AssertSame(
            """{"response_action":"errors","errors":{"title_b":"Describe the system, not a person."}}""",
            (await app.InteractAsync(payload)).Body.Json());

        app.Script.Submission = ViewSubmissionResponse.Update(new Modal("Declared") { Close = "Done" });
        Payload.AssertSame(
            """
            {"response_action":"update","view":{"type":"modal","title":{"type":"plain_text","text":"Declared"},
             "close":{"type":"plain_text","text":"Done"},"blocks":[]}}
            """,
            (await app.InteractAsync(payload)).Body.Json());

        app.Script.Submission = ViewSubmissionResponse.Push(new Modal("Next"));
        Assert.Equal("push", (await app.InteractAsync(payload)).Body.Json().GetProperty("response_action").GetString());
    }

    [Theory]
    [InlineData("/slack/options")]
    [InlineData("/slack/interactivity")]
    public async Task Options_are_offered(string path)
    {
        await using var app = await SlackApp.StartAsync();
        app.Script.Options = BlockOptions.Of(Enumerable.Range(0, 150).Select(i => new Option($"service {i}", $"{i}")));

        var response = await app.InteractAsync(Payload.File("15_block_suggestion").GetRawText(), path);

        Assert.Equal(100, response.Body.Json().GetProperty("options").GetArrayLength());
        app.Script.Options = BlockOptions.None;
        Payload.AssertSame(
            """{"options":[]}""", (await app.InteractAsync(Payload.File("15_block_suggestion").GetRawText(), path)).Body.Json());
    }

    [Fact]
    public async Task Whom_the_guard_refuses_reads_why_in_every_form_that_slack_takes()
    {
        await using var app = await SlackApp.StartAsync();
        app.Script.Refusal = "Members only.";

        var command = await app.PostAsync("/slack/commands", Command);
        var submission = await app.InteractAsync(Payload.File("11_view_submission_all_elements").GetRawText());
        var options = await app.InteractAsync(Payload.File("15_block_suggestion").GetRawText(), "/slack/options");
        string[] others =
        [
            "06_block_actions_message_button", "08_block_actions_home_button", "13_shortcut_global", "14_message_action", "12_view_closed",
        ];
        foreach (var file in others)
        {
            Assert.Equal(HttpStatusCode.OK, (await app.InteractAsync(Payload.File(file).GetRawText())).Status);
        }

        Assert.Equal("Members only.", command.Body.Json().GetProperty("text").GetString());
        Assert.Contains("Members only.", submission.Body, StringComparison.Ordinal);
        Payload.AssertSame("""{"options":[]}""", options.Body.Json());
        Assert.Equal(4, app.Slack.Bodies.Count(body => body.Contains("only.", StringComparison.Ordinal)));
        Assert.Empty(app.Script.Handled);
    }

    [Theory]
    [InlineData("block_actions", """{"actions":[null]}""")]
    [InlineData("block_actions", """{"actions":[{"action_id":7}]}""")]
    [InlineData("block_actions", """{"actions":[{"action_id":"inc.update"}],"view":"V1"}""")]
    [InlineData("view_submission", """{"view":null}""")]
    [InlineData("view_submission", """{"view":{"id":"V1","callback_id":"incident.declare","blocks":[7]}}""")]
    [InlineData(
        "view_submission",
        """{"view":{"id":"V1","callback_id":"incident.declare","blocks":[{"type":"input","block_id":7,"element":{}}]}}""")]
    [InlineData("view_submission", """{"view":{"id":"V1","callback_id":"incident.declare","state":{"values":{"b":{"a":7}}}}}""")]
    [InlineData(
        "view_submission",
        """{"view":{"id":"V1","callback_id":"incident.declare","state":{"values":{"b":{"a":{"selected_option":"x"}}}}}}""")]
    [InlineData("view_closed", """{"view":[]}""")]
    public async Task A_malformed_view_or_action_is_refused(string type, string rest)
    {
        await using var app = await SlackApp.StartAsync();

        var answer = await app.InteractAsync($$"""{"type":"{{type}}","user":{"id":"U1"},{{rest[1..]}}""");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Empty(app.Script.Handled);
    }
}
