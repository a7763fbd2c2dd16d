namespace IncidentBot.Slack.Payloads;

/// <summary>A slash command as typed ("Slash commands").</summary>
public sealed record SlashCommand
{
    /// <summary>The command with its slash.</summary>
    public required string Command { get; init; }

    /// <summary>What follows the command, trimmed, in Slack's escaping.</summary>
    public string Text { get; init; } = "";

    /// <summary>The person who typed the command.</summary>
    public required string UserId { get; init; }

    /// <summary>Where it was typed; the bot need not be a member.</summary>
    public required string ChannelId { get; init; }

    /// <summary>The channel's name; "directmessage" or "privategroup" where Slack hides it, so never a key.</summary>
    public string ChannelName { get; init; } = "";

    /// <summary>The workspace.</summary>
    public required string TeamId { get; init; }

    /// <summary>Opens a view within three seconds, once; also a key against doubles.</summary>
    public string TriggerId { get; init; } = "";

    /// <summary>Answers later: five times within 30 minutes.</summary>
    public string ResponseUrl { get; init; } = "";
}
