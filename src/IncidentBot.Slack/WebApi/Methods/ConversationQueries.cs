namespace IncidentBot.Slack.WebApi;

/// <summary>conversations.info: one channel; "channel_not_found" also for private ones without the bot.</summary>
/// <param name="Channel">The channel id.</param>
public sealed record ConversationsInfo(string Channel) : ISlackRequest<ConversationResponse>
{
    /// <inheritdoc/>
    public string Method => "conversations.info";

    /// <summary>Counts the members.</summary>
    public bool IncludeNumMembers { get; init; }
}

/// <summary>conversations.members: the members of a channel, page by page.</summary>
/// <param name="Channel">The channel id.</param>
public sealed record ConversationsMembers(string Channel) : ISlackRequest<MembersResponse>
{
    /// <inheritdoc/>
    public string Method => "conversations.members";

    /// <summary>How many at most.</summary>
    public int Limit { get; init; } = 200;

    /// <summary>Where the page begins; null for the first.</summary>
    public string? Cursor { get; init; }
}

/// <summary>users.conversations: the bot's own channels, page by page; cheaper than conversations.list.</summary>
public sealed record UsersConversations : ISlackRequest<ConversationListResponse>
{
    /// <inheritdoc/>
    public string Method => "users.conversations";

    /// <summary>Kinds, joined by commas.</summary>
    public string Types { get; init; } = "public_channel,private_channel";

    /// <summary>Leaves archived ones out.</summary>
    public bool ExcludeArchived { get; init; }

    /// <summary>How many at most.</summary>
    public int Limit { get; init; } = 200;

    /// <summary>Where the page begins; null for the first.</summary>
    public string? Cursor { get; init; }
}

/// <summary>A page of members.</summary>
public sealed record MembersResponse
{
    /// <summary>User ids.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];
}
