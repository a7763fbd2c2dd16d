using IncidentBot.Slack.Payloads;

namespace IncidentBot.Slack.WebApi;

/// <summary>conversations.history: messages of a channel, newest first, without replies.</summary>
/// <param name="Channel">The channel id.</param>
public sealed record ConversationsHistory(string Channel) : ISlackRequest<MessagesResponse>
{
    /// <inheritdoc/>
    public string Method => "conversations.history";

    /// <summary>Nothing before this time stamp.</summary>
    public string? Oldest { get; init; }

    /// <summary>Nothing after this time stamp.</summary>
    public string? Latest { get; init; }

    /// <summary>Includes messages at both ends.</summary>
    public bool Inclusive { get; init; }

    /// <summary>Includes the full metadata of messages.</summary>
    public bool IncludeAllMetadata { get; init; }

    /// <summary>How many at most, up to 999.</summary>
    public int Limit { get; init; } = 200;

    /// <summary>Where the page begins; null for the first.</summary>
    public string? Cursor { get; init; }
}

/// <summary>conversations.replies: a thread, oldest first, beginning with its first message.</summary>
/// <param name="Channel">The channel id.</param>
/// <param name="Ts">The first message of the thread.</param>
public sealed record ConversationsReplies(string Channel, string Ts) : ISlackRequest<MessagesResponse>
{
    /// <inheritdoc/>
    public string Method => "conversations.replies";

    /// <summary>Nothing before this time stamp.</summary>
    public string? Oldest { get; init; }

    /// <summary>Nothing after this time stamp.</summary>
    public string? Latest { get; init; }

    /// <summary>Includes messages at both ends.</summary>
    public bool Inclusive { get; init; }

    /// <summary>Includes the full metadata of messages.</summary>
    public bool IncludeAllMetadata { get; init; }

    /// <summary>How many at most, up to 1000.</summary>
    public int Limit { get; init; } = 200;

    /// <summary>Where the page begins; null for the first.</summary>
    public string? Cursor { get; init; }
}

/// <summary>A page of messages.</summary>
public sealed record MessagesResponse
{
    /// <summary>The messages.</summary>
    public IReadOnlyList<SlackMessage> Messages { get; init; } = [];

    /// <summary>There are more pages.</summary>
    public bool HasMore { get; init; }
}
