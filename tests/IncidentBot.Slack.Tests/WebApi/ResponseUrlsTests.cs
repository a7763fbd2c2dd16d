using System.Net;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.WebApi;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Slack.Tests.WebApi;

public sealed class ResponseUrlsTests
{
    private const string Address = "https://hooks.slack.com/actions/T0PMDEMO01/1000000000005/EXAMPLE";

    [Fact]
    public async Task A_message_is_json_without_the_token()
    {
        var server = SlackServer.Answering("ok");

        var response = await PostAsync(server, Address, new() { Text = Mrkdwn.Escape("Done"), ReplaceOriginal = true, ResponseType = ResponseType.InChannel });

        Assert.True(response.Ok);
        var request = Assert.Single(server.Requests);
        Assert.Null(request.Authorization);
        Payload.AssertSame("""{"text":"Done","response_type":"in_channel","replace_original":true}""", request.Body.Json());
    }

    [Theory]
    [InlineData("ok", 200, true)]
    [InlineData("""{"ok":true}""", 200, true)]
    [InlineData("""{"ok":false,"error":"used_url"}""", 200, false)]
    [InlineData("expired_url", 404, false)]
    public async Task Both_ways_to_say_ok_are_understood(string body, int status, bool ok) =>
        Assert.Equal(ok, (await PostAsync(SlackServer.Answering(body, (HttpStatusCode)status), Address, new() { DeleteOriginal = true })).Ok);

    [Theory]
    [InlineData("https://hooks.slack.com.evil.test/actions")]
    [InlineData("http://hooks.slack.com/actions")]
    [InlineData("https://hooks.slack.com:8443/actions")]
    [InlineData("https://user@hooks.slack.com/actions")]
    [InlineData("http://169.254.169.254/latest")]
    [InlineData("/actions")]
    [InlineData("")]
    public async Task No_other_host_hears_from_us(string address)
    {
        var server = SlackServer.Answering("ok");

        var response = await PostAsync(server, address, new() { Text = Mrkdwn.Escape("x") });

        Assert.Equal("response_url_not_allowed", response.Error);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task An_upload_goes_to_slack_without_the_token_and_its_text_is_success()
    {
        var server = SlackServer.Answering("OK - 5");
        var uploads = server.Services().GetRequiredService<FileUploads>();

        var response = await uploads.UploadAsync("https://files.slack.com/upload/v1/EXAMPLE", "hello"u8.ToArray(), TestContext.Current.CancellationToken);

        Assert.True(response.Ok);
        Assert.Equal((null, "application/octet-stream", "hello"), (server.Requests[0].Authorization, server.Requests[0].ContentType, server.Requests[0].Body));
        Assert.Equal("upload_url_not_allowed", (await uploads.UploadAsync("https://evil.test/", default, TestContext.Current.CancellationToken)).Error);
    }

    private static Task<SlackResponse> PostAsync(SlackServer server, string address, ResponseUrlMessage message) =>
        server.Services().GetRequiredService<ResponseUrls>().PostAsync(address, message, TestContext.Current.CancellationToken);
}
