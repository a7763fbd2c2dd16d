namespace IncidentBot.Slack.Payloads;

/// <summary>Someone opened the app's home ("app_home_opened").</summary>
public sealed record AppHomeOpened : SlackEvent
{
    /// <summary>Who.</summary>
    public required string User { get; init; }

    /// <summary>The direct messages with the app.</summary>
    public string Channel { get; init; } = "";

    /// <summary>"home" or "messages".</summary>
    public string Tab { get; init; } = "";

    /// <summary>The home tab as published last; null before the first time.</summary>
    public ViewInfo? View { get; init; }
}

/// <summary>Someone mentioned the app ("app_mention"); the same text also arrives as a message.</summary>
public sealed record AppMention : SlackEvent
{
    /// <summary>Who.</summary>
    public string? User { get; init; }

    /// <summary>The channel.</summary>
    public required string Channel { get; init; }

    /// <summary>The words in Slack's escaping.</summary>
    public string Text { get; init; } = "";

    /// <summary>The message.</summary>
    public required string Ts { get; init; }

    /// <summary>Its thread; null outside one.</summary>
    public string? ThreadTs { get; init; }

    /// <summary>The bot that wrote it; null for people.</summary>
    public string? BotId { get; init; }
}

/// <summary>Tokens were revoked ("tokens_revoked").</summary>
public sealed record TokensRevoked : SlackEvent
{
    /// <summary>Whose; ids, not tokens.</summary>
    public RevokedTokens Tokens { get; init; } = new();
}

/// <summary>Whose tokens were revoked.</summary>
public sealed record RevokedTokens
{
    /// <summary>People.</summary>
    public IReadOnlyList<string> Oauth { get; init; } = [];

    /// <summary>Bots.</summary>
    public IReadOnlyList<string> Bot { get; init; } = [];
}

/// <summary>The app was removed from the workspace ("app_uninstalled").</summary>
public sealed record AppUninstalled : SlackEvent;

/// <summary>Someone joined the workspace, or came back ("team_join").</summary>
public sealed record TeamJoin : SlackEvent
{
    /// <summary>The person.</summary>
    public required SlackUser User { get; init; }
}

/// <summary>Someone's profile changed ("user_change"); arrives often, so compare it with the stored profile.</summary>
public sealed record UserChange : SlackEvent
{
    /// <summary>The person as they are now.</summary>
    public required SlackUser User { get; init; }
}
