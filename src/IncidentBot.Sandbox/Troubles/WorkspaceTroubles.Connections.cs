namespace IncidentBot.Sandbox.Troubles;

/// <summary>Slack itself, the way to the bot, and whether the bot is let in.</summary>
internal sealed partial class WorkspaceTroubles
{
    /// <summary>How calls are answered while Slack is down; null when it is up.</summary>
    public Fault? OutageAnswer => outage.Answer;

    public bool IsSlackDown => outage.IsOn;

    public bool IsBotUnreachable { get; private set; }

    /// <summary>A channel made with a name that was taken within the last seconds is made all the same, as Slack has done.</summary>
    public bool AreCreatesRacing { get; private set; }

    /// <summary>
    /// Every call gets <paramref name="kind"/>, nothing is delivered, commands, clicks and submissions fail at once; events
    /// come afterwards in their order. For so long on the workspace's clock, or until <see cref="SlackIsUp"/>.
    /// </summary>
    public void SlackIsDown(TimeSpan? lasts = null, FaultKind kind = FaultKind.HtmlUnavailable)
    {
        workspace.Change(() => standing.RemoveAll(t => t.Id == "slack-down"));
        Begin("slack-down", "Slack is down", () => outage.Begin(lasts, kind), outage.End);
    }

    public void SlackIsUp() => End("slack-down");

    /// <summary>
    /// The network between Slack and the bot is cut: events are tried again at once, after one minute and after five, then
    /// they are lost; people see that the app did not answer. The bot's own calls go through.
    /// </summary>
    public void BotIsUnreachable() => Begin(
        "bot-unreachable", "Slack cannot reach the bot", () => SetUnreachable(true), () => SetUnreachable(false));

    public void BotIsReachable() => End("bot-unreachable");

    /// <summary>Every call answers token_revoked; commands and events go on, as when an administrator reinstalls the app.</summary>
    public void RevokeToken() => Begin(
        "token-revoked", "The bot's token is revoked", workspace.Installation.RevokeToken, workspace.Installation.RestoreToken);

    public void RestoreToken() => End("token-revoked");

    /// <summary>Every call answers account_inactive; no command, no event.</summary>
    public void UninstallApp() => Begin(
        "app-uninstalled", "The app is uninstalled", workspace.Installation.Uninstall, workspace.Installation.Reinstall);

    public void ReinstallApp() => End("app-uninstalled");

    /// <summary>Calls that need it answer missing_scope; events that need it are not sent.</summary>
    public void TakeScope(string scope) => Begin(
        $"scope-{scope}", $"The scope {scope} is taken away", () => workspace.Installation.Take(scope), () => workspace.Installation.Give(scope));

    public void GiveScope(string scope) => End($"scope-{scope}");

    /// <summary>User groups are a paid feature and the plan has ended: plan_upgrade_required.</summary>
    public void GroupsNeedUpgrade()
    {
        var fault = new Fault(FaultKind.Error) { Code = "plan_upgrade_required" };
        Calls.Always("usergroups.list", fault);
        Calls.Always("usergroups.users.list", fault);
    }

    public void GroupsAreAllowed()
    {
        Calls.Stop("usergroups.list");
        Calls.Stop("usergroups.users.list");
    }

    /// <summary>Two creations of one name within two seconds both succeed: two channels with one name.</summary>
    public void CreatesRace() => Begin(
        "creates-race", "Two channels of one name can be made at once", () => SetRacing(true), () => SetRacing(false));

    private void SetUnreachable(bool cut) => workspace.Change(() => { IsBotUnreachable = cut; });

    private void SetRacing(bool on) => workspace.Change(() => { AreCreatesRacing = on; });
}
