using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.WebApi;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Slack.Tests.WebApi;

public sealed class SlackApiTests : IDisposable
{
    private readonly SlackServer _slack = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _slack.Dispose();

    [Fact]
    public async Task A_call_is_a_form_with_the_token_in_the_header_and_without_a_charset()
    {
        var server = _slack.Answer("""{"ok":true}""");

        await server.Api().SendAsync(new UsersInfo("U0PMANNA01"), Token);

        var request = Assert.Single(server.Requests);
        Assert.Equal("/api/users.info", request.Path);
        Assert.Equal("Bearer xoxb-EXAMPLE", request.Authorization);
        Assert.Equal("application/x-www-form-urlencoded", request.ContentType);
        Assert.Equal("user=U0PMANNA01&include_locale=false", request.Body);
    }

    [Fact]
    public async Task Unless_it_is_said_otherwise_Slack_itself_is_called()
    {
        var handler = RecordingHandler.Accepting();
        using var services = SlackClient.Of(handler);

        await services.GetRequiredService<ISlackApi>().SendAsync(new UsersInfo("U0PMANNA01"), Token);

        Assert.Equal("https://slack.com/api/users.info", Assert.Single(handler.Addresses).AbsoluteUri);
    }

    [Fact]
    public async Task A_message_is_sent_as_slack_documents_it()
    {
        var server = _slack.Answer("""{"ok":true,"channel":"C0PMINCALL","ts":"1769428805.120119"}""");
        var post = new ChatPostMessage("C0PMINCALL")
        {
            Text = Mrkdwn.Escape("INC-42 Checkout returns 500 (SEV1)"),
            Blocks = [new SectionBlock(Mrkdwn.Text($"*INC-42* Checkout returns 500"))],
            Metadata = new("pm_incident_card", new Dictionary<string, string> { ["incident_id"] = "42", ["outbox_key"] = "inc-42-card" }),
        };

        var response = await server.Api().SendAsync(post, Token);

        Assert.Equal("1769428805.120119", response.Value?.Ts);
        var expected = Payload.File("35_api_requests").GetProperty("postMessage_json").GetProperty("body");
        var form = server.Form();
        Assert.Equal(expected.EnumerateObject().Select(member => member.Name).Append("reply_broadcast").Order(), form.Keys.Order());
        Payload.AssertSame(expected.GetProperty("blocks"), form["blocks"].Json());
        Payload.AssertSame(expected.GetProperty("metadata"), form["metadata"].Json());
        Assert.Equal(("INC-42 Checkout returns 500 (SEV1)", "false", "false"), (form["text"], form["unfurl_links"], form["unfurl_media"]));
    }

    [Fact]
    public async Task A_message_that_slack_would_refuse_is_never_sent()
    {
        var server = _slack.Answer("""{"ok":true}""");

        await Assert.ThrowsAsync<SlackLimitException>(
            () => server.Api().SendAsync(new ChatPostMessage("C1") { Text = Mrkdwn.Escape("x"), Blocks = [new HeaderBlock("")] }, Token));

        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(4000, true)]
    [InlineData(4001, false)]
    public void A_message_has_a_text_of_a_length_that_slack_takes(int length, bool valid)
    {
        var update = new ChatUpdate("C1", "1.000001") { Text = Mrkdwn.Escape(new string('x', length)), Blocks = [new DividerBlock()] };

        Assert.Equal(valid, update.Violations().Count == 0);
    }

    [Theory]
    [InlineData("name_taken", SlackErrorKind.Other)]
    [InlineData("missing_scope", SlackErrorKind.Config)]
    [InlineData("invalid_blocks", SlackErrorKind.BadInput)]
    [InlineData("views_open_late_trigger", SlackErrorKind.UserTiming)]
    [InlineData("views_open_bad_view", SlackErrorKind.BadInput)]
    [InlineData("views_update_race", SlackErrorKind.UserTiming)]
    [InlineData("channel_not_found", SlackErrorKind.TargetGone)]
    [InlineData("token_revoked", SlackErrorKind.AuthDead)]
    [InlineData("invite_partial", SlackErrorKind.TargetGone)]
    public async Task An_error_of_slack_is_an_answer(string name, SlackErrorKind expected)
    {
        var body = Payload.File("34_api_errors").GetProperty(name);
        var server = _slack.Answer(body.GetRawText());

        var response = await server.Api().CallAsync("any.method", "{}".Json(), Token);

        Assert.Equal(
            (false, body.GetProperty("error").GetString(), expected, false),
            (response.Ok, response.Error, response.Kind, response.HasEffectUnknown));
    }

    [Fact]
    public async Task A_missing_scope_is_named()
    {
        var response = await _slack.Answer(Payload.File("34_api_errors").GetProperty("missing_scope").GetRawText()).Api().CallAsync(
            "pins.add", "{}".Json(), Token);

        Assert.Equal(("pins:write", "chat:write,commands,users:read"), (response.Needed, response.Provided));
    }

    [Theory]
    [InlineData("invalid_blocks", "[ERROR] must be less than 3001 characters [json-pointer:/blocks/1/text/text]")]
    [InlineData("views_open_bad_view", "[ERROR] missing required field: title [json-pointer:/view]")]
    public async Task What_slack_says_about_arguments_is_kept(string name, string message)
    {
        var response = await _slack.Answer(Payload.File("34_api_errors").GetProperty(name).GetRawText()).Api().CallAsync(
            "any", "{}".Json(), Token);

        Assert.Equal(message, Assert.Single(response.Messages));
    }

    [Fact]
    public async Task Errors_that_are_objects_are_kept_too()
    {
        var response = await _slack.Answer(Payload.File("34_api_errors").GetProperty("invite_partial").GetRawText()).Api().CallAsync(
            "any", "{}".Json(), Token);

        Assert.Equal(2, response.Messages.Count);
        Assert.Contains("cant_invite_self", response.Messages[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_warning_is_no_error()
    {
        var warning = Payload.File("34_api_errors").GetProperty("missing_charset_warning").GetRawText();

        Assert.True((await _slack.Answer(warning).Api().CallAsync("any", "{}".Json(), Token)).Ok);
    }

    [Fact]
    public async Task A_late_trigger_may_look_like_bad_arguments()
    {
        var server = _slack.Answer(
            """{"ok":false,"error":"invalid_arguments","response_metadata":{"messages":["[ERROR] `trigger_id` expired"]}}""");

        Assert.Equal(SlackErrorKind.UserTiming, (await server.Api().CallAsync("views.open", "{}".Json(), Token)).Kind);
    }

    [Fact]
    public async Task A_fatal_error_may_have_partly_succeeded() =>
        Assert.True(
            (await _slack.Answer("""{"ok":false,"error":"fatal_error"}""").Api().CallAsync("any", "{}".Json(), Token)).HasEffectUnknown);

    [Fact]
    public async Task An_answer_of_another_shape_happened_all_the_same()
    {
        var response = await _slack.Answer("""{"ok":true,"channel":7}""").Api().SendAsync(new ConversationsCreate("inc-42"), Token);

        Assert.Equal((false, "unreadable_response", true), (response.Ok, response.Error, response.HasEffectUnknown));
    }

    [Fact]
    public async Task The_scopes_of_the_token_are_read()
    {
        var server = _slack.Answer("""{"ok":true}""", 200, ("x-oauth-scopes", "chat:write, commands"));

        Assert.Equal(["chat:write", "commands"], (await server.Api().CallAsync("auth.test", "{}".Json(), Token)).TokenScopes);
    }
}
