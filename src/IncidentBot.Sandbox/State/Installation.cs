using System.Collections.Immutable;

namespace IncidentBot.Sandbox.State;

/// <summary>Whether the app is installed, whether its token is good, and which of the manifest's scopes it has.</summary>
internal sealed class Installation(Workspace workspace)
{
    private ImmutableHashSet<string> takenAway = [];

    public bool IsTokenRevoked { get; private set; }

    public bool IsUninstalled { get; private set; }

    /// <summary>The error code of every call with the app's token, or null.</summary>
    public string? Refusal => IsUninstalled ? "account_inactive" : IsTokenRevoked ? "token_revoked" : null;

    public IReadOnlyList<string> Scopes => [.. workspace.App.Scopes.Except(workspace.Read(() => takenAway))];

    public bool Has(string scope) => workspace.App.Scopes.Contains(scope) && !workspace.Read(() => takenAway).Contains(scope);

    public void Take(string scope) => workspace.Change(() => { takenAway = takenAway.Add(scope); });

    public void Give(string scope) => workspace.Change(() => { takenAway = takenAway.Remove(scope); });

    /// <summary>Revokes the token; the app stays installed, so commands and events continue.</summary>
    public void RevokeToken() => workspace.Change(() =>
    {
        workspace.Events.TokensRevoked();
        IsTokenRevoked = true;
    });

    public void RestoreToken() => workspace.Change(() => { IsTokenRevoked = false; });

    /// <summary>Removes the app: no token, no events, no commands.</summary>
    public void Uninstall() => workspace.Change(() =>
    {
        workspace.Events.TokensRevoked();
        workspace.Events.Uninstalled();
        IsUninstalled = true;
    });

    public void Reinstall() => workspace.Change(() => { IsUninstalled = false; });
}
