namespace IncidentBot.Slack.WebApi;

/// <summary>team.info: the workspace.</summary>
public sealed record TeamInfo : ISlackRequest<TeamInfoResponse>
{
    /// <inheritdoc/>
    public string Method => "team.info";
}

/// <summary>The workspace.</summary>
public sealed record TeamInfoResponse
{
    /// <summary>The workspace.</summary>
    public SlackTeam Team { get; init; } = new();
}

/// <summary>A workspace.</summary>
public sealed record SlackTeam
{
    /// <summary>Its id.</summary>
    public string Id { get; init; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The first word of its address.</summary>
    public string Domain { get; init; } = "";
}
