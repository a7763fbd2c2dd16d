using System.Net;
using IncidentBot.Sandbox.State;
using IncidentBot.Sandbox.Tests.Lab;

namespace IncidentBot.Sandbox.Tests.Failures;

public sealed class OutageTests
{
    [Fact]
    public async Task Slack_is_down_for_half_an_hour_and_tells_afterwards_what_happened_in_order()
    {
        await using var lab = await SlackLab.StartAsync();
        lab.Workspace.Failures.SlackIsDown(TimeSpan.FromMinutes(30));

        using var refused = await lab.SendAsync("chat.postMessage", SlackLab.Form(("channel", "C0INCIDENT"), ("text", "hello")));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        await lab.Workspace.As("ben").TypeAsync("incidents", "first");
        await lab.Workspace.As("ben").TypeAsync("incidents", "second");
        await lab.Workspace.SettleAsync();
        Assert.Empty(lab.Bot.All);
        Assert.Equal("Slack is down", Assert.Single(lab.Workspace.Failures.Active).What);

        lab.Clock.Advance(TimeSpan.FromMinutes(30));
        await lab.Workspace.SettleAsync();

        Assert.Equal(["first", "second"], lab.Bot.Events.Select(e => e.Text("text")));
        Assert.True((await lab.CallAsync("auth.test")).Flag("ok"));
        Assert.Empty(lab.Workspace.Failures.Active);
    }

    [Fact]
    public async Task What_people_press_while_Slack_is_down_fails_at_once()
    {
        await using var lab = await SlackLab.StartAsync();
        var message = await lab.PostAsync("C0INCIDENT", "card", ("blocks", Modals.Blocks));
        var view = await lab.OpenAsync(Modals.Plain(), "ben");
        await lab.Workspace.SettleAsync();
        lab.Bot.Clear();
        lab.Workspace.Failures.SlackIsDown();

        var typed = await lab.Workspace.As("ben").TypeAsync("incidents", "/incident new");
        var clicked = await lab.Workspace.As("ben").ClickAsync(message, "inc.update");
        var submitted = await lab.Workspace.As("ben").SubmitAsync(view);

        Assert.Contains("Slack is having trouble", typed.Message!.Text, StringComparison.Ordinal);
        Assert.Contains("Slack is having trouble", clicked.Warning, StringComparison.Ordinal);
        Assert.Equal(View.ConnectionFailed, submitted!.Banner);
        Assert.Empty(lab.Bot.All);
        lab.Workspace.Failures.SlackIsUp();
        Assert.True((await lab.Workspace.As("ben").ClickAsync(message, "inc.update")).Ok);
    }

    [Fact]
    public async Task An_unreachable_bot_gets_an_event_by_a_retry_or_never()
    {
        await using var lab = await SlackLab.StartAsync();
        lab.Workspace.Failures.BotIsUnreachable();
        await lab.Workspace.As("ben").TypeAsync("incidents", "lost");
        await lab.Workspace.SettleAsync();
        lab.Clock.Advance(TimeSpan.FromMinutes(1));
        await lab.Workspace.SettleAsync();
        await lab.Workspace.As("ben").TypeAsync("incidents", "late");
        await lab.Workspace.SettleAsync();
        lab.Clock.Advance(TimeSpan.FromMinutes(5));
        await lab.Workspace.SettleAsync();
        Assert.Empty(lab.Bot.All);

        lab.Workspace.Failures.BotIsReachable();
        lab.Clock.Advance(TimeSpan.FromMinutes(5));
        await lab.Workspace.SettleAsync();

        Assert.Equal("late", Assert.Single(lab.Bot.Events).Text("text"));
        Assert.Equal("3", lab.Bot.Last.Headers["X-Slack-Retry-Num"]);
        Assert.Equal("connection_failed", lab.Bot.Last.Headers["X-Slack-Retry-Reason"]);
    }

    [Fact]
    public async Task People_see_that_the_bot_cannot_be_reached_and_the_bot_can_still_call()
    {
        await using var lab = await SlackLab.StartAsync();
        var message = await lab.PostAsync("C0INCIDENT", "card", ("blocks", Modals.Blocks));
        var view = await lab.OpenAsync(Modals.Plain(), "ben");
        lab.Workspace.Failures.BotIsUnreachable();

        var typed = await lab.Workspace.As("ben").TypeAsync("incidents", "/incident new");
        var clicked = await lab.Workspace.As("ben").ClickAsync(message, "inc.update");
        var submitted = await lab.Workspace.As("ben").SubmitAsync(view);

        Assert.Equal("/incident failed with the error \"dispatch_failed\"", typed.Message!.Text);
        Assert.Equal("The app could not be reached. Try again?", clicked.Warning);
        Assert.Equal(View.ConnectionFailed, submitted!.Banner);
        Assert.True((await lab.CallAsync("auth.test")).Flag("ok"));
    }
}
