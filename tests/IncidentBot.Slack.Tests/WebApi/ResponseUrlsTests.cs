using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.WebApi;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Slack.Tests.WebApi;

public sealed class ResponseUrlsTests : IDisposable
{
    private readonly SlackServer _slack = new();

    private string Address => new Uri(_slack.Address, "actions/T0PMDEMO01/1000000000005/EXAMPLE").ToString();

    public void Dispose() => _slack.Dispose();

    [Fact]
    public async Task A_message_is_json_without_the_token()
    {
        _slack.Answer("ok");

        var response = await PostAsync(
            new() { Text = Mrkdwn.Escape("Done"), ReplaceOriginal = true, ResponseType = ResponseType.InChannel });

        Assert.True(response.Ok);
        var request = Assert.Single(_slack.Requests);
        Assert.Null(request.Authorization);
        Payload.AssertSame("""{"text":"Done","response_type":"in_channel","replace_original":true}""", request.Body.Json());
    }

    [Theory]
    [InlineData("ok", 200, true)]
    [InlineData("""{"ok":true}""", 200, true)]
    [InlineData("""{"ok":false,"error":"used_url"}""", 200, false)]
    [InlineData("expired_url", 404, false)]
    public async Task Both_ways_to_say_ok_are_understood(string body, int status, bool ok)
    {
        _slack.Answer(body, status);

        Assert.Equal(ok, (await PostAsync(new() { DeleteOriginal = true })).Ok);
    }

    [Fact]
    public async Task Slack_hears_from_us()
    {
        var handler = RecordingHandler.Accepting();
        using var services = SlackClient.Of(handler);

        await services.GetRequiredService<ResponseUrls>().PostAsync(
            "https://hooks.slack.com/actions/T0PMDEMO01/1/EXAMPLE",
            new() { Text = Mrkdwn.Escape("x") },
            TestContext.Current.CancellationToken);

        Assert.Equal("https://hooks.slack.com/actions/T0PMDEMO01/1/EXAMPLE", Assert.Single(handler.Addresses).AbsoluteUri);
    }

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
        var handler = RecordingHandler.Accepting();
        using var services = SlackClient.Of(handler);

        var response = await services.GetRequiredService<ResponseUrls>().PostAsync(
            address, new() { Text = Mrkdwn.Escape("x") }, TestContext.Current.CancellationToken);

        Assert.Equal("response_url_not_allowed", response.Error);
        Assert.Empty(handler.Addresses);
    }

    [Fact]
    public async Task An_upload_goes_to_slack_without_the_token_and_its_text_is_success()
    {
        var uploads = _slack.Answer("OK - 5").Services().GetRequiredService<FileUploads>();

        var response = await uploads.UploadAsync(
            new Uri(_slack.Address, "upload/v1/EXAMPLE").ToString(), "hello"u8.ToArray(), TestContext.Current.CancellationToken);

        Assert.True(response.Ok);
        var request = Assert.Single(_slack.Requests);
        Assert.Equal((null, "application/octet-stream", "hello"), (request.Authorization, request.ContentType, request.Body));
    }

    [Theory]
    [InlineData("https://files.slack.com/upload/v1/EXAMPLE", true)]
    [InlineData("http://files.slack.com/upload/v1/EXAMPLE", false)]
    [InlineData("https://slack.com.evil.test/", false)]
    [InlineData("https://evil.test/", false)]
    public async Task A_file_goes_to_no_one_but_slack(string address, bool sent)
    {
        var handler = RecordingHandler.Accepting();
        using var services = SlackClient.Of(handler);

        var response = await services.GetRequiredService<FileUploads>().UploadAsync(
            address, default, TestContext.Current.CancellationToken);

        Assert.Equal((sent, sent ? 1 : 0), (response.Ok, handler.Addresses.Count));
        Assert.Equal(sent ? null : "upload_url_not_allowed", response.Error);
    }

    private Task<SlackResponse> PostAsync(ResponseUrlMessage message) =>
        _slack.Services().GetRequiredService<ResponseUrls>().PostAsync(Address, message, TestContext.Current.CancellationToken);
}
