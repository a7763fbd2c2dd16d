namespace IncidentBot.Slack.WebApi;

/// <summary>chat.getPermalink: the address of a message.</summary>
/// <param name="Channel">The channel id.</param>
/// <param name="MessageTs">The message.</param>
public sealed record ChatGetPermalink(string Channel, string MessageTs) : ISlackRequest<PermalinkResponse>
{
    /// <inheritdoc/>
    public string Method => "chat.getPermalink";
}

/// <summary>The address of a message.</summary>
public sealed record PermalinkResponse
{
    /// <summary>The address.</summary>
    public string Permalink { get; init; } = "";
}
