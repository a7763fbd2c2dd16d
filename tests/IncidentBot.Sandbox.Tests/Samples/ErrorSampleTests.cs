using IncidentBot.Sandbox.Failures;
using IncidentBot.Sandbox.Tests.Lab;

namespace IncidentBot.Sandbox.Tests.Samples;

/// <summary>Refusals in the words of the samples.</summary>
public sealed class ErrorSampleTests
{
    // token_expired belongs to token rotation, time_in_past to scheduled messages: this workspace has neither.
    [Theory]
    [InlineData(
        "invalid_blocks", "chat.postMessage", "channel=C0INCIDENT", "text=x", """blocks=[{"type":"divider"},{"type":"nonsense"}]""")]
    [InlineData("missing_argument", "conversations.setTopic", "channel=C0INCIDENT")]
    [InlineData("channel_not_found", "chat.postMessage", "channel=C0NOWHERE", "text=x")]
    [InlineData("not_in_channel", "chat.postMessage", "channel=C0PAYMENTS", "text=x")]
    [InlineData("user_not_in_channel", "chat.postEphemeral", "channel=C0INCIDENT", "user=U0GAIL0009", "text=x")]
    [InlineData("views_open_bad_view", "views.open", "trigger_id=TRIGGER", """view={"type":"modal","blocks":[]}""")]
    public async Task A_bad_call_is_refused_as_in_the_sample(string sample, string method, params string[] arguments)
    {
        await using var lab = await SlackLab.StartAsync();
        var trigger = await lab.TriggerAsync();

        var answer = await lab.CallAsync(
            method,
            [.. arguments.Select(a => a.Replace("TRIGGER", trigger, StringComparison.Ordinal).Split('=', 2)).Select(a => (a[0], a[1]))]);

        Sample.AssertShape(Sample.Load("34_api_errors").GetProperty(sample), answer);
        Assert.Equal(Sample.Load("34_api_errors").GetProperty(sample).Text("error"), answer.Text("error"));
    }

    [Fact]
    public async Task What_is_done_twice_is_refused_as_in_the_samples()
    {
        await using var lab = await SlackLab.StartAsync();
        var ts = (await lab.PostAsync("C0INCIDENT", "x")).Ts;
        (string, string)[] mark = [("channel", "C0INCIDENT"), ("timestamp", ts), ("name", "eyes")];
        await lab.CallAsync("pins.add", mark);
        await lab.CallAsync("reactions.add", mark);

        Assert.Equal(Error("already_pinned"), (await lab.CallAsync("pins.add", mark)).ToString());
        Assert.Equal(Error("already_reacted"), (await lab.CallAsync("reactions.add", mark)).ToString());
    }

    [Fact]
    public async Task Triggers_and_hashes_are_refused_as_in_the_samples()
    {
        await using var lab = await SlackLab.StartAsync();
        var trigger = await lab.TriggerAsync();
        var view = (await lab.CallAsync("views.open", ("trigger_id", trigger), ("view", Modals.Plain()))).GetProperty("view");
        var late = await lab.TriggerAsync();
        lab.Clock.Advance(TimeSpan.FromSeconds(4));

        Assert.Equal(
            Error("views_open_second_use"),
            (await lab.CallAsync("views.open", ("trigger_id", trigger), ("view", Modals.Plain()))).ToString());
        Assert.Equal(
            Error("views_open_late_trigger"),
            (await lab.CallAsync("views.open", ("trigger_id", late), ("view", Modals.Plain()))).ToString());
        var race = await lab.CallAsync("views.update", ("view_id", view.Text("id")!), ("hash", "old"), ("view", Modals.Plain()));
        Assert.Equal(Error("views_update_race"), race.ToString());
    }

    [Fact]
    public async Task Faults_and_tokens_are_refused_as_in_the_samples()
    {
        await using var lab = await SlackLab.StartAsync();
        lab.Workspace.CallFailures.Next("auth.test", new CallFailure(CallFailureKind.RateLimited) { RetryAfterSeconds = 30 });
        lab.Workspace.CallFailures.Next("auth.test", new CallFailure(CallFailureKind.Error));
        lab.Workspace.CallFailures.Next("auth.test", CallFailureKind.HtmlUnavailable);
        var limit = Sample.Load("34_api_errors").GetProperty("http_429");

        using var limited = await lab.SendAsync("auth.test", SlackLab.Form());
        Assert.Equal(limit.Number("status"), (int)limited.StatusCode);
        Assert.Equal("30", limited.Headers.GetValues("Retry-After").Single());
        Sample.AssertShape(
            limit.GetProperty("body"), Json.Parse(await limited.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(Error("internal_error"), (await lab.CallAsync("auth.test")).ToString());
        using var unavailable = await lab.SendAsync("auth.test", SlackLab.Form());
        Assert.Equal(503, (int)unavailable.StatusCode);
        Assert.Equal("text/html", unavailable.Content.Headers.ContentType!.MediaType);
        lab.Workspace.Failures.RevokeToken();
        Assert.Equal(Error("token_revoked"), (await lab.CallAsync("auth.test")).ToString());
        using var other = await lab.SendAsync("auth.test", SlackLab.Form(), token: "xoxb-other");
        Assert.Equal(Error("invalid_auth"), await other.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_archived_channel_is_refused_as_in_the_sample()
    {
        await using var lab = await SlackLab.StartAsync();
        lab.Workspace.Failures.ArchiveChannel("incidents");

        Assert.Equal(Error("is_archived"), (await lab.CallAsync("chat.postMessage", ("channel", "C0INCIDENT"), ("text", "x"))).ToString());
    }

    private static string Error(string sample) => Json.ToText(Sample.Load("34_api_errors").GetProperty(sample).ToNode());
}
