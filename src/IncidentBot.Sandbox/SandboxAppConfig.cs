namespace IncidentBot.Sandbox;

internal sealed record SlashCommand(string Command, string Description, string UsageHint);

internal sealed record Shortcut(string CallbackId, string Name, bool IsGlobal);

/// <summary>What an app manifest says about the installed app.</summary>
internal sealed record SandboxAppConfig(
    string DisplayName,
    IReadOnlyList<SlashCommand> Commands,
    IReadOnlyList<Shortcut> Shortcuts,
    IReadOnlySet<string> BotEvents,
    IReadOnlySet<string> Scopes)
{
    public static SandboxAppConfig IncidentBot { get; } = new(
        "incidentbot",
        [
            new("/incident", "Declare and run incidents", "declare [title] | status | update | role | resolve | help"),
            new("/postmortem", "Write and publish post-mortems", "schedule | publish | help"),
        ],
        [
            new("incident_declare", "Declare incident", IsGlobal: true),
            new("timeline_add", "Add to timeline", IsGlobal: false),
            new("action_add", "Make an action item", IsGlobal: false),
            new("declare_from_message", "Declare from message", IsGlobal: false),
        ],
        new HashSet<string>(StringComparer.Ordinal)
        {
            "app_home_opened", "app_mention",
            "message.channels", "message.groups", "message.im", "reaction_added", "reaction_removed",
            "pin_added", "pin_removed", "member_joined_channel", "member_left_channel",
            "channel_rename", "channel_archive", "channel_unarchive", "channel_left", "channel_id_changed",
            "group_rename", "group_archive", "group_unarchive", "group_left", "user_change", "team_join",
        },
        new HashSet<string>(StringComparer.Ordinal)
        {
            "commands", "chat:write", "app_mentions:read", "channels:read", "channels:history", "channels:manage",
            "groups:read", "groups:history", "groups:write", "im:write", "im:history",
            "users:read", "usergroups:read", "reactions:read", "reactions:write",
            "pins:read", "pins:write", "bookmarks:read", "bookmarks:write", "files:read", "files:write",
        });

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
