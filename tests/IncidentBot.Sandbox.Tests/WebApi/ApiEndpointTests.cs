using System.Net;
using System.Net.Http.Json;
using System.Text;
using IncidentBot.Sandbox.Failures;
using IncidentBot.Sandbox.Tests.Lab;

namespace IncidentBot.Sandbox.Tests.WebApi;

public sealed class ApiEndpointTests
{
    [Theory]
    [InlineData(null, "not_authed")]
    [InlineData("xoxb-other", "invalid_auth")]
    public async Task A_call_needs_the_token(string? token, string error)
    {
        await using var lab = await SlackLab.StartAsync();

        using var response = await lab.SendAsync("auth.test", SlackLab.Form(), token);

        Assert.Equal(
            $$"""{"ok":false,"error":"{{error}}"}""", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_unknown_method_is_called_so()
    {
        await using var lab = await SlackLab.StartAsync();

        Assert.Equal("unknown_method", (await lab.CallAsync("admin.everything")).Text("error"));
    }

    [Fact]
    public async Task A_missing_scope_is_named_before_the_arguments_are_read()
    {
        var config = SandboxAppConfig.IncidentBot with { Scopes = new HashSet<string> { "chat:write", "commands" } };
        await using var lab = await SlackLab.StartAsync(config);

        var answer = await lab.CallAsync("pins.add");

        Sample.AssertShape(Sample.Load("34_api_errors").GetProperty("missing_scope"), answer);
        Assert.Equal("pins:write", answer.Text("needed"));
        Assert.Equal("chat:write,commands", answer.Text("provided"));
    }

    [Fact]
    public async Task A_missing_argument_is_named()
    {
        await using var lab = await SlackLab.StartAsync();

        var answer = await lab.CallAsync("conversations.setTopic", ("channel", "C0INCIDENT"));

        Assert.Equal(
            "[ERROR] missing required field: topic", answer.GetProperty("response_metadata").GetProperty("messages")[0].GetString());
    }

    [Fact]
    public async Task Json_is_read_where_Slack_reads_it_and_ignored_elsewhere()
    {
        await using var lab = await SlackLab.StartAsync();

        using var post = await lab.SendAsync("chat.postMessage", JsonContent.Create(new { channel = "C0INCIDENT", text = "by JSON" }));
        using var info = await lab.SendAsync("users.info", JsonContent.Create(new { user = "U0MAYA0001" }));

        var cancellation = TestContext.Current.CancellationToken;
        Assert.Contains("\"ok\":true", await post.Content.ReadAsStringAsync(cancellation), StringComparison.Ordinal);
        Assert.Contains("missing required field: user", await info.Content.ReadAsStringAsync(cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Charsets_are_warned_about()
    {
        await using var lab = await SlackLab.StartAsync();

        using var form = await lab.SendAsync("auth.test", new StringContent("", Encoding.UTF8, "application/x-www-form-urlencoded"));

        Assert.Contains(
            "superfluous_charset", await form.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_call_is_written_down_with_its_answer()
    {
        await using var lab = await SlackLab.StartAsync();

        await lab.PostAsync("C0INCIDENT", "INC-1");

        var call = Assert.Single(lab.Workspace.Calls.Api);
        Assert.True(call.Ok);
        Assert.Equal("chat.postMessage", call.Method);
        Assert.Contains("INC-1", call.Arguments, StringComparison.Ordinal);
        Assert.Equal(lab.Clock.GetUtcNow(), call.At);
    }

    [Fact]
    public async Task Faults_come_as_ordered_and_end()
    {
        await using var lab = await SlackLab.StartAsync();
        lab.Workspace.CallFailures.Next("auth.test", new CallFailure(CallFailureKind.RateLimited) { RetryAfterSeconds = 30 });
        lab.Workspace.CallFailures.Next("auth.test", CallFailureKind.ServerError);
        lab.Workspace.CallFailures.Next("auth.test", CallFailureKind.HtmlUnavailable);
        lab.Workspace.CallFailures.Next("auth.test", new CallFailure(CallFailureKind.Error) { Code = "name_taken" });

        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 5; i++)
        {
            using var response = await lab.SendAsync("auth.test", SlackLab.Form());
            statuses.Add(response.StatusCode);
        }

        Assert.Equal(
            [
                HttpStatusCode.TooManyRequests, HttpStatusCode.InternalServerError, HttpStatusCode.ServiceUnavailable,
                HttpStatusCode.OK, HttpStatusCode.OK,
            ],
            statuses);
        Assert.Contains("name_taken", lab.Workspace.Calls.Of("auth.test")[3].Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_timeout_after_the_effect_leaves_the_message_and_no_answer()
    {
        await using var lab = await SlackLab.StartAsync();
        lab.Workspace.CallFailures.Next("chat.postMessage", CallFailureKind.TimeoutAfterEffect);

        await Assert.ThrowsAnyAsync<Exception>(() => lab.PostAsync("C0INCIDENT", "did it arrive?"));

        Assert.Single(lab.Workspace.MessagesIn("incidents"));
    }
}
