namespace IncidentBot.Slack.WebApi;

/// <summary>auth.test: who the token is.</summary>
public sealed record AuthTest : ISlackRequest<AuthTestResponse>
{
    /// <inheritdoc/>
    public string Method => "auth.test";
}

/// <summary>Who the token is.</summary>
public sealed record AuthTestResponse
{
    /// <summary>The workspace's address.</summary>
    public string Url { get; init; } = "";

    /// <summary>The workspace's name.</summary>
    public string Team { get; init; } = "";

    /// <summary>The workspace's id.</summary>
    public string TeamId { get; init; } = "";

    /// <summary>The bot as a member.</summary>
    public string UserId { get; init; } = "";

    /// <summary>The bot as a bot; its messages carry it.</summary>
    public string BotId { get; init; } = "";

    /// <summary>The app.</summary>
    public string? AppId { get; init; }
}
