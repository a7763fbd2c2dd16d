namespace IncidentBot.Sandbox.Failures;

/// <summary>Outages of Slack and the network, and the bot's token, installation and scopes.</summary>
internal sealed partial class WorkspaceFailures
{
    /// <summary>The response to calls while Slack is down; null when Slack is up.</summary>
    public CallFailure? OutageAnswer => outage.Answer;

    public bool IsSlackDown => outage.IsOn;

    public bool IsBotUnreachable { get; private set; }

    /// <summary>True when a name that was taken within the last two seconds can be taken again, as has happened in Slack.</summary>
    public bool AreCreatesRacing { get; private set; }

    /// <summary>
    /// Every call fails with <paramref name="kind"/>, nothing is delivered, and commands, clicks and submissions fail at once;
    /// events arrive afterwards in order. Lasts that long on the workspace's clock, or until <see cref="SlackIsUp"/>.
    /// </summary>
    public void SlackIsDown(TimeSpan? lasts = null, CallFailureKind kind = CallFailureKind.HtmlUnavailable)
    {
        workspace.Change(() => standing.RemoveAll(t => t.Id == "slack-down"));
        Begin("slack-down", "Slack is down", () => outage.Begin(lasts, kind), outage.End);
    }

    public void SlackIsUp() => End("slack-down");

    /// <summary>
    /// The network from Slack to the bot is down: events are retried at once, after one minute and after five, then lost.
    /// People see that the app did not respond. The bot's own calls work.
    /// </summary>
    public void BotIsUnreachable() => Begin(
        "bot-unreachable", "Slack can't reach the bot", () => SetUnreachable(true), () => SetUnreachable(false));

    public void BotIsReachable() => End("bot-unreachable");

    /// <summary>Every call answers token_revoked; commands and events continue, as when an administrator reinstalls the app.</summary>
    public void RevokeToken() => Begin(
        "token-revoked", "The bot's token is revoked", workspace.Installation.RevokeToken, workspace.Installation.RestoreToken);

    public void RestoreToken() => End("token-revoked");

    /// <summary>Every call answers account_inactive; commands and events stop.</summary>
    public void UninstallApp() => Begin(
        "app-uninstalled", "The app is uninstalled", workspace.Installation.Uninstall, workspace.Installation.Reinstall);

    public void ReinstallApp() => End("app-uninstalled");

    /// <summary>Calls that need the scope answer missing_scope; events that need it are not sent.</summary>
    public void TakeScope(string scope) => Begin(
        $"scope-{scope}",
        $"The scope {scope} is taken away",
        () => workspace.Installation.Take(scope),
        () => workspace.Installation.Give(scope));

    public void GiveScope(string scope) => End($"scope-{scope}");

    /// <summary>User groups need a paid plan, which has ended: plan_upgrade_required.</summary>
    public void GroupsNeedUpgrade()
    {
        var failure = new CallFailure(CallFailureKind.Error) { Code = "plan_upgrade_required" };
        Calls.Always("usergroups.list", failure);
        Calls.Always("usergroups.users.list", failure);
    }

    public void GroupsAreAllowed()
    {
        Calls.Stop("usergroups.list");
        Calls.Stop("usergroups.users.list");
    }

    /// <summary>Two requests for the same name within two seconds both succeed, which gives two channels with one name.</summary>
    public void CreatesRace() => Begin(
        "creates-race", "Two channels with one name can be created at once", () => SetRacing(true), () => SetRacing(false));

    private void SetUnreachable(bool cut) => workspace.Change(() => { IsBotUnreachable = cut; });

    private void SetRacing(bool on) => workspace.Change(() => { AreCreatesRacing = on; });
}
