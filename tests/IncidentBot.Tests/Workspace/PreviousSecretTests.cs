using IncidentBot.Sandbox;
using IncidentBot.Tests.Hosting;

namespace IncidentBot.Tests.Workspace;

public sealed class PreviousSecretTests
{
    [Fact]
    public async Task While_the_secret_is_replaced_requests_with_the_earlier_one_work_and_the_operator_hears_of_it_once()
    {
        await using var app = await BotApp.StartAsync(
            ("Slack:SigningSecret", "the-new-one"), ("Slack:PreviousSigningSecret", new SandboxOptions().SigningSecret));
        app.ExpectLogs();

        await app.Slack.As("maya").TypeAsync("general", "/incident help");
        await app.Slack.As("maya").TypeAsync("general", "/incident Checkout is down");

        Assert.NotNull(app.Slack.OpenView("maya"));
        var line = Assert.Single(app.Logs.Lines, line => line.Contains("PreviousSigningSecret", StringComparison.Ordinal));
        Assert.Contains("/slack/commands", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_one_is_told_while_the_present_secret_is_used()
    {
        await using var app = await BotApp.StartAsync(("Slack:PreviousSigningSecret", "an-older-one"));

        await app.Slack.As("maya").TypeAsync("general", "/incident help");

        Assert.Empty(app.Logs.Lines);
    }
}
