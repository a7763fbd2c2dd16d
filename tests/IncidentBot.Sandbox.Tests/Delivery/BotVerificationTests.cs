using IncidentBot.Sandbox.Tests.Lab;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Sandbox.Tests.Delivery;

public sealed class BotVerificationTests
{
    private static readonly Uri Bot = new("http://bot.test/");

    [Theory]
    [InlineData("{0}", "text/plain")]
    [InlineData("challenge={0}", "application/x-www-form-urlencoded")]
    [InlineData("{{\"challenge\": \"{0}\"}}", "application/json")]
    public async Task The_three_documented_replies_are_accepted(string format, string contentType)
    {
        await using var lab = await SlackLab.StartAsync();
        lab.Bot.Answer = request => request.Path == "/slack/events"
            ? Results.Text(string.Format(null, format, request.Envelope.Text("challenge")), contentType)
            : Results.Ok();

        Assert.Null(await lab.Workspace.ConnectAsync(Bot, TestContext.Current.CancellationToken));
        Assert.Equal("1", lab.Bot.Last.Form["ssl_check"]);
    }

    [Fact]
    public async Task A_bot_that_does_not_repeat_the_challenge_is_told_so()
    {
        await using var lab = await SlackLab.StartAsync();

        Assert.Contains(
            "/slack/events", await lab.Workspace.ConnectAsync(Bot, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
