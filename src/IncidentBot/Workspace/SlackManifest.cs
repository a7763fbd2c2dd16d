using System.Globalization;
using System.Text;
using IncidentBot.Slack.Handlers;

namespace IncidentBot.Workspace;

/// <summary>
/// The app's manifest ("App manifest reference"), made from the same settings and routes as the service, so that what is
/// installed matches what is answered. <c>slack-manifest.yml</c> is this text for the default settings; a test compares them.
/// </summary>
internal static class SlackManifest
{
    /// <summary>The address of the service in the manifest in the repository; replaced when it is installed.</summary>
    public const string ExampleAddress = "https://incidentbot.example.com";

    /// <summary>The bot's scopes, each with its reason.</summary>
    public static IReadOnlyList<(string Scope, string Why)> Scopes { get; } =
    [
        ("commands", "slash commands and shortcuts"),
        ("chat:write", "cards, updates, reminders"),
        ("app_mentions:read", "mentions of the bot in channels"),
        ("channels:manage", "create and rename incident channels, invite people, set topics"),
        ("channels:read", "channels being joined, left, renamed or archived"),
        ("channels:history", "messages in the bot's channels"),
        ("groups:write", "the same for private incidents"),
        ("groups:read", "the same for private incidents"),
        ("groups:history", "the same for private incidents"),
        ("im:write", "reminders by direct message"),
        ("im:history", "replies to direct messages"),
        ("reactions:read", "reactions that put a message on the timeline"),
        ("reactions:write", "the check mark that confirms it"),
        ("pins:read", "pins that put a message on the timeline"),
        ("pins:write", "pinning the status card and the board of a meeting"),
        ("bookmarks:read", "updating bookmarks in place"),
        ("bookmarks:write", "links at the top of the channel"),
        ("files:read", "names of files in the timeline"),
        ("files:write", "the write-up as a file, the invitation"),
        ("users:read", "names and time zones"),
        ("usergroups:read", "who is on call"),
    ];

    /// <summary>The same with the scope for write-ups in a canvas, if the setting is on.</summary>
    public static IEnumerable<(string Scope, string Why)> ScopesFor(bool canvas) =>
        canvas ? [.. Scopes, ("canvases:write", "the write-up in the canvas of its channel")] : Scopes;

    public static IReadOnlyList<string> Events { get; } =
    [
        "app_home_opened", "app_mention",
        "message.channels", "message.groups", "message.im",
        "reaction_added", "reaction_removed", "pin_added", "pin_removed",
        "member_joined_channel", "member_left_channel",
        "channel_rename", "channel_archive", "channel_unarchive", "channel_left", "channel_id_changed",
        "group_rename", "group_archive", "group_unarchive", "group_left",
        "user_change", "team_join",
    ];

    /// <param name="address">Where Slack reaches the service.</param>
    /// <param name="routes">What Slack can ask.</param>
    /// <param name="canvas">Whether write-ups go into a canvas as well.</param>
    /// <param name="signIn">Where people come back to after they signed in with Slack; null where there are no pages.</param>
    public static string Render(string address, SlackRouteTable routes, bool canvas = false, string? signIn = null)
    {
        var yaml = new StringBuilder("""
            _metadata: { major_version: 1, minor_version: 1 }
            display_information:
              name: IncidentBot
              description: Learn from failures without blame. Improve systems, not shame people.
              background_color: "#1f2d3d"
            features:
              app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false }
              bot_user: { display_name: incidentbot, always_online: true }
              shortcuts:

            """);
        Lines(yaml, Of(routes, SlackRouteKind.Shortcut).Select(route => Shortcut(route, "global")));
        Lines(yaml, Of(routes, SlackRouteKind.MessageShortcut).Select(route => Shortcut(route, "message")));
        yaml.AppendLine("  slash_commands:");
        Lines(yaml, Of(routes, SlackRouteKind.Command).Select(route =>
            $"    - {{ command: {route.Id}, url: {address}/slack/commands, "
                + $"description: \"{route.Description}\", usage_hint: \"{route.Label}\", should_escape: true }}"));
        yaml.AppendLine("oauth_config:");
        Lines(yaml, signIn is null ? [] : ["  redirect_urls:", $"    - {signIn}"]);
        yaml.AppendLine("  scopes:");
        Lines(yaml, signIn is null ? [] : ["    user:", $"      - {"openid",-20} # who signs in to the pages"]);
        yaml.AppendLine("    bot:");
        Lines(yaml, ScopesFor(canvas).Select(scope => $"      - {scope.Scope,-20} # {scope.Why}"));
        yaml.AppendLine(
            CultureInfo.InvariantCulture, $"settings:\n  event_subscriptions:\n    request_url: {address}/slack/events\n    bot_events:");
        Lines(yaml, Events.Select(name => $"      - {name}"));
        yaml.AppendLine(CultureInfo.InvariantCulture, $"""
              interactivity:
                is_enabled: true
                request_url: {address}/slack/interactivity
                message_menu_options_url: {address}/slack/options
              org_deploy_enabled: false
              socket_mode_enabled: false
              token_rotation_enabled: false
            """);
        return yaml.ToString().ReplaceLineEndings("\n");
    }

    private static IEnumerable<SlackRoute> Of(SlackRouteTable routes, SlackRouteKind kind) =>
        routes.Routes.Where(route => route.Kind == kind);

    private static string Shortcut(SlackRoute route, string type) =>
        $"    - {{ name: {route.Label}, type: {type}, callback_id: {route.Id}, description: \"{route.Description}\" }}";

    private static void Lines(StringBuilder yaml, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            yaml.AppendLine(line);
        }
    }
}
