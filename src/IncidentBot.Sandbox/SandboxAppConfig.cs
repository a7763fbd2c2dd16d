namespace IncidentBot.Sandbox;

internal sealed record SlashCommand(string Command, string Description, string UsageHint);

internal sealed record Shortcut(string CallbackId, string Name, bool IsGlobal);

/// <summary>The configuration of the installed app, as in its manifest.</summary>
internal sealed record SandboxAppConfig(
    string DisplayName,
    IReadOnlyList<SlashCommand> Commands,
    IReadOnlyList<Shortcut> Shortcuts,
    IReadOnlySet<string> BotEvents,
    IReadOnlySet<string> Scopes)
{
    /// <summary>As slack-manifest.yml describes it, which was part of the build.</summary>
    public static SandboxAppConfig IncidentBot { get; } = AppManifest.Installed();

    /// <summary>The same app where write-ups go into a canvas as well.</summary>
    public static SandboxAppConfig WithCanvases { get; } = IncidentBot with
    {
        Scopes = IncidentBot.Scopes.Append("canvases:write").ToHashSet(StringComparer.Ordinal),
    };

    /// <summary>The same app with every scope and event that the workspace knows, to try the workspace itself.</summary>
    public static SandboxAppConfig Everything { get; } = IncidentBot with
    {
        BotEvents = IncidentBot.BotEvents
            .Concat(["app_uninstalled", "tokens_revoked", "channel_left", "group_left", "channel_shared", "channel_unshared"])
            .ToHashSet(StringComparer.Ordinal),
        Scopes = IncidentBot.Scopes
            .Concat(["channels:join", "im:read", "team:read", "users:read.email", "canvases:write"])
            .ToHashSet(StringComparer.Ordinal),
    };
}
