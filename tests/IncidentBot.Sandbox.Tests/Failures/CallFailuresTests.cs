using IncidentBot.Sandbox.Failures;
using IncidentBot.Sandbox.Tests.Lab;

namespace IncidentBot.Sandbox.Tests.Failures;

public sealed class CallFailuresTests
{
    [Fact]
    public async Task A_standing_failure_lasts_until_it_is_stopped_and_concerns_its_method_alone()
    {
        await using var lab = await SlackLab.StartAsync();
        lab.Workspace.Failures.Calls.Always("auth.test", new CallFailure(CallFailureKind.RateLimited) { RetryAfterSeconds = 7 });

        for (var i = 0; i < 3; i++)
        {
            using var limited = await lab.SendAsync("auth.test", SlackLab.Form());
            Assert.Equal(429, (int)limited.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(7), limited.Headers.RetryAfter!.Delta);
        }

        Assert.True((await lab.CallAsync("team.info")).Flag("ok"));
        lab.Workspace.Failures.Calls.Stop("auth.test");
        Assert.True((await lab.CallAsync("auth.test")).Flag("ok"));
    }

    [Fact]
    public async Task The_next_calls_of_any_method_fail_and_those_named_come_first()
    {
        await using var lab = await SlackLab.StartAsync();
        var fatal = new CallFailure(CallFailureKind.Error) { Code = "fatal_error" };
        lab.Workspace.Failures.Calls.Next(CallFailures.AnyMethod, fatal, calls: 2);
        lab.Workspace.Failures.Calls.Next("auth.test", new CallFailure(CallFailureKind.Error) { Code = "internal_error" });

        Assert.Equal("internal_error", (await lab.CallAsync("auth.test")).Text("error"));
        Assert.Equal("fatal_error", (await lab.CallAsync("auth.test")).Text("error"));
        Assert.Equal("fatal_error", (await lab.CallAsync("team.info")).Text("error"));
        Assert.True((await lab.CallAsync("team.info")).Flag("ok"));
    }

    [Fact]
    public async Task Groups_need_a_plan_and_two_creations_may_race()
    {
        await using var lab = await SlackLab.StartAsync();
        lab.Workspace.Failures.GroupsNeedUpgrade();
        lab.Workspace.Failures.CreatesRace();

        Assert.Equal("plan_upgrade_required", (await lab.CallAsync("usergroups.users.list", ("usergroup", "S0ONCALL01"))).Text("error"));
        var first = await lab.NewChannelAsync("inc-1");
        Assert.NotEqual(first, await lab.NewChannelAsync("inc-1"));
        lab.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal("name_taken", (await lab.CallAsync("conversations.create", ("name", "inc-1"))).Text("error"));

        lab.Workspace.Failures.EndAll();
        Assert.True((await lab.CallAsync("usergroups.list")).Flag("ok"));
        Assert.Empty(lab.Workspace.Failures.Active);
    }

    [Fact]
    public async Task A_trigger_can_reach_the_bot_expired()
    {
        await using var lab = await SlackLab.StartAsync();
        lab.Workspace.Failures.ExpiredTriggers.Next();

        var expired = await lab.CallAsync("views.open", ("trigger_id", await lab.TriggerAsync()), ("view", Modals.Plain()));
        var good = await lab.CallAsync("views.open", ("trigger_id", await lab.TriggerAsync()), ("view", Modals.Plain()));

        Assert.Equal("expired_trigger_id", expired.Text("error"));
        Assert.True(good.Flag("ok"));
    }

    [Fact]
    public async Task A_revoked_token_a_missing_scope_and_an_uninstalled_app_are_told_apart()
    {
        await using var lab = await SlackLab.StartAsync();
        var failures = lab.Workspace.Failures;

        failures.TakeScope("pins:write");
        var missing = await lab.CallAsync("pins.add", ("channel", "C0INCIDENT"), ("timestamp", "1.1"));
        Assert.Equal("missing_scope", missing.Text("error"));
        Assert.Equal("pins:write", missing.Text("needed"));
        Assert.DoesNotContain("pins:write", missing.Text("provided")!, StringComparison.Ordinal);
        failures.GiveScope("pins:write");
        Assert.Equal("message_not_found", (await lab.CallAsync("pins.add", ("channel", "C0INCIDENT"), ("timestamp", "1.1"))).Text("error"));

        failures.RevokeToken();
        Assert.Equal("token_revoked", (await lab.CallAsync("auth.test")).Text("error"));
        failures.RestoreToken();
        Assert.True((await lab.CallAsync("auth.test")).Flag("ok"));

        failures.UninstallApp();
        Assert.Equal("account_inactive", (await lab.CallAsync("auth.test")).Text("error"));
        var typed = await lab.Workspace.As("maya").TypeAsync("incidents", "/incident new");
        Assert.Contains("not a valid command", typed.Message!.Text, StringComparison.Ordinal);
        failures.ReinstallApp();
        Assert.True((await lab.CallAsync("auth.test")).Flag("ok"));

        await lab.Workspace.SettleAsync();
        Assert.Equal(["tokens_revoked", "tokens_revoked", "app_uninstalled"], lab.Bot.Events.Select(e => e.Text("type")));
        Assert.Equal("U0INCBOT01", lab.Bot.Events[0].GetProperty("tokens").GetProperty("bot")[0].GetString());
    }

    [Fact]
    public async Task Events_need_their_scope()
    {
        await using var lab = await SlackLab.StartAsync();
        lab.Workspace.Failures.TakeScope("channels:history");

        await lab.Workspace.As("ben").TypeAsync("incidents", "not heard");
        lab.Workspace.Failures.GiveScope("channels:history");
        await lab.Workspace.As("ben").TypeAsync("incidents", "heard");
        await lab.Workspace.SettleAsync();

        Assert.Equal("heard", Assert.Single(lab.Bot.Events).Text("text"));
    }
}
