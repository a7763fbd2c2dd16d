using System.Globalization;
using System.Text;
using IncidentBot.Sandbox.Delivery;
using IncidentBot.Sandbox.Tests.Lab;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Sandbox.Tests.Delivery;

public sealed class DeliveryTests
{
    [Fact]
    public void The_signature_is_the_one_in_Slacks_documentation()
    {
        const string body =
            "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar"
            + "&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
            + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
            + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

        var signature = RequestSignature.Sign("8f742231b10e8888abcd99yyyzzz85a5", 1531420618, Encoding.UTF8.GetBytes(body));

        Assert.Equal("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503", signature);
    }

    [Theory]
    [InlineData("01_http_slash_command", "request")]
    [InlineData("02_http_interactivity", "request")]
    [InlineData("03_http_event_with_retry", "first_delivery")]
    public void The_signatures_of_the_samples_are_reproduced(string sample, string member)
    {
        var request = Sample.Load(sample).GetProperty(member);
        var headers = request.GetProperty("headers");
        var timestamp = long.Parse(headers.Text("X-Slack-Request-Timestamp")!, CultureInfo.InvariantCulture);

        var signature = RequestSignature.Sign(
            request.Text("signing_secret_used")!, timestamp, Encoding.UTF8.GetBytes(request.Text("raw_body")!));

        Assert.Equal(headers.Text("X-Slack-Signature"), signature);
    }

    [Fact]
    public async Task Every_delivery_is_signed_over_the_bytes_that_were_sent()
    {
        await using var lab = await SlackLab.StartAsync();

        await lab.Workspace.As("maya").TypeAsync("incidents", "/incident Ωmega & <more>");

        var timestamp = long.Parse(lab.Bot.Last.Headers["X-Slack-Request-Timestamp"]!, CultureInfo.InvariantCulture);
        Assert.Equal(lab.Clock.GetUtcNow().ToUnixTimeSeconds(), timestamp);
        Assert.Equal(
            RequestSignature.Sign(SlackLab.Secret, timestamp, Encoding.UTF8.GetBytes(lab.Bot.Last.Body)),
            lab.Bot.Last.Headers["X-Slack-Signature"]);
    }

    [Fact]
    public async Task A_refused_event_comes_again_at_once_after_one_minute_and_after_five()
    {
        await using var lab = await SlackLab.StartAsync();
        lab.Bot.Answer = _ => Results.StatusCode(500);

        await lab.Workspace.As("ben").TypeAsync("incidents", "hello");
        await lab.Workspace.SettleAsync();
        Assert.Equal(2, lab.Bot.All.Count);
        lab.Clock.Advance(TimeSpan.FromSeconds(59));
        await lab.Workspace.SettleAsync();
        Assert.Equal(2, lab.Bot.All.Count);
        lab.Clock.Advance(TimeSpan.FromSeconds(1));
        await lab.Workspace.SettleAsync();
        Assert.Equal(3, lab.Bot.All.Count);
        lab.Clock.Advance(TimeSpan.FromMinutes(5));
        await lab.Workspace.SettleAsync();
        lab.Clock.Advance(TimeSpan.FromDays(1));
        await lab.Workspace.SettleAsync();

        Assert.Equal(["", "1", "2", "3"], lab.Bot.All.Select(r => r.Headers["X-Slack-Retry-Num"].ToString()));
        Assert.Equal("http_error", lab.Bot.Last.Headers["X-Slack-Retry-Reason"]);
        Assert.Single(lab.Bot.All.Select(r => r.Envelope.Text("event_id")).Distinct());
        Assert.NotEqual(lab.Bot.All[0].Headers["X-Slack-Signature"], lab.Bot.Last.Headers["X-Slack-Signature"]);
    }

    [Fact]
    public async Task An_acknowledged_event_can_come_again()
    {
        await using var lab = await SlackLab.StartAsync();
        await lab.Workspace.As("ben").TypeAsync("incidents", "hello");
        await lab.Workspace.SettleAsync();

        lab.Workspace.EventDelivery.RepeatLast();
        await lab.Workspace.SettleAsync();

        Assert.Equal(lab.Bot.All[0].Body, lab.Bot.All[1].Body);
        Assert.Equal("1", lab.Bot.Last.Headers["X-Slack-Retry-Num"]);
    }

    [Fact]
    public async Task A_bot_may_ask_for_no_retry()
    {
        await using var lab = await SlackLab.StartAsync();
        lab.Bot.Answer = _ => new NoRetry();

        await lab.Workspace.As("ben").TypeAsync("incidents", "hello");
        await lab.Workspace.SettleAsync();
        lab.Clock.Advance(TimeSpan.FromHours(1));
        await lab.Workspace.SettleAsync();

        Assert.Single(lab.Bot.All);
    }

    [Fact]
    public async Task A_late_acknowledgement_is_a_timeout_for_the_person_and_in_the_log()
    {
        await using var lab = await SlackLab.StartAsync(acknowledgementLimit: TimeSpan.FromMilliseconds(1));
        lab.Bot.Until = new TaskCompletionSource().Task;

        var typed = await lab.Workspace.As("maya").TypeAsync("incidents", "/incident new");

        Assert.Equal("http_timeout", typed.Acknowledgement!.Failure);
        Assert.Contains("operation_timeout", typed.Message!.Text, StringComparison.Ordinal);
        Assert.False(Assert.Single(lab.Workspace.Calls.Deliveries).Acknowledged);
    }

    [Fact]
    public async Task Events_of_channels_without_the_bot_are_not_told()
    {
        await using var lab = await SlackLab.StartAsync();

        await lab.Workspace.As("ben").TypeAsync("payments", "hello");
        await lab.Workspace.SettleAsync();

        Assert.Empty(lab.Bot.All);
    }

    [Fact]
    public async Task Events_that_are_not_subscribed_are_not_told()
    {
        await using var lab = await SlackLab.StartAsync(SandboxAppConfig.IncidentBot with { BotEvents = new HashSet<string>() });

        await lab.Workspace.As("ben").TypeAsync("incidents", "hello");
        await lab.Workspace.SettleAsync();

        Assert.Empty(lab.Bot.All);
    }

    [Fact]
    public async Task Events_arrive_in_the_order_in_which_things_happened()
    {
        await using var lab = await SlackLab.StartAsync();
        var texts = Enumerable.Range(0, 50).Select(i => $"message {i}").ToList();

        foreach (var text in texts)
        {
            await lab.Workspace.As("ben").TypeAsync("incidents", text);
        }

        await lab.Workspace.SettleAsync();
        Assert.Equal(texts, lab.Bot.Events.Select(e => e.Text("text")!));
        Assert.Equal(0, lab.Workspace.PendingDeliveries);
        Assert.All(lab.Workspace.Calls.AcknowledgementMilliseconds, ms => Assert.InRange(ms, 0, 30_000));
    }

    private sealed class NoRetry : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = 500;
            httpContext.Response.Headers["X-Slack-No-Retry"] = "1";
            return Task.CompletedTask;
        }
    }
}
