namespace IncidentBot.Workspace;

/// <summary>What only Slack knows about where we are installed; filled by <see cref="WorkspaceCheck"/> and kept up to date.</summary>
internal sealed class SlackWorkspace
{
    /// <summary>The workspace that this installation serves; empty until Slack has answered or the database was read.</summary>
    public string TeamId { get; private set; } = "";

    /// <summary>The workspace's address, for links to channels and messages.</summary>
    public string Url { get; private set; } = "";

    public string BotUserId { get; private set; } = "";

    public string BotId { get; private set; } = "";

    /// <summary>The id of #incidents; null until it was found.</summary>
    public string? AnnouncementChannelId { get; private set; }

    public void Learn(string teamId, string url, string botUserId, string botId) =>
        (TeamId, Url, BotUserId, BotId) = (teamId, url, botUserId, botId);

    /// <summary>Which workspace Slack named before the service was restarted.</summary>
    public void Remember(string teamId) => TeamId = TeamId.Length == 0 ? teamId : TeamId;

    public void AnnounceIn(string channelId) => AnnouncementChannelId = channelId;

    public bool IsUs(string? userId, string? botId) =>
        (userId is { Length: > 0 } && userId == BotUserId) || (botId is { Length: > 0 } && botId == BotId);

    /// <summary>The address of a message in the workspace.</summary>
    public string Permalink(string channelId, string ts) => $"{Url}archives/{channelId}/p{ts.Replace(".", "", StringComparison.Ordinal)}";
}
