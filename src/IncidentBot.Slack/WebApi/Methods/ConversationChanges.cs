namespace IncidentBot.Slack.WebApi;

/// <summary>conversations.create: creates a channel with the bot in it; archived channels cause "name_taken", too.</summary>
/// <param name="Name">At most 80 lower-case letters, digits, hyphens and underscores.</param>
public sealed record ConversationsCreate(string Name) : ISlackRequest<ConversationResponse>
{
    /// <inheritdoc/>
    public string Method => "conversations.create";

    /// <summary>Only members see it.</summary>
    public bool IsPrivate { get; init; }
}

/// <summary>conversations.invite: invites people; with force, the valid ones, while the messages name the others.</summary>
/// <param name="Channel">The channel id.</param>
/// <param name="Users">User ids, at most 100.</param>
public sealed record ConversationsInvite(string Channel, IReadOnlyList<string> Users) : ISlackRequest<ConversationResponse>
{
    /// <inheritdoc/>
    public string Method => "conversations.invite";

    /// <summary>Skips people who can't be invited instead of failing for everyone.</summary>
    public bool Force { get; init; }
}

/// <summary>conversations.join: the bot joins a public channel.</summary>
/// <param name="Channel">The channel id.</param>
public sealed record ConversationsJoin(string Channel) : ISlackRequest<ConversationResponse>
{
    /// <inheritdoc/>
    public string Method => "conversations.join";
}

/// <summary>conversations.leave: the bot leaves a channel.</summary>
/// <param name="Channel">The channel id.</param>
public sealed record ConversationsLeave(string Channel) : ISlackRequest<SlackDone>
{
    /// <inheritdoc/>
    public string Method => "conversations.leave";
}

/// <summary>conversations.rename: renames a channel that the bot created.</summary>
/// <param name="Channel">The channel id.</param>
/// <param name="Name">The new name.</param>
public sealed record ConversationsRename(string Channel, string Name) : ISlackRequest<ConversationResponse>
{
    /// <inheritdoc/>
    public string Method => "conversations.rename";
}

/// <summary>conversations.setTopic: sets the topic, at most 250 characters; Slack posts a system message each time.</summary>
/// <param name="Channel">The channel id.</param>
/// <param name="Topic">Plain text.</param>
public sealed record ConversationsSetTopic(string Channel, string Topic) : ISlackRequest<SlackDone>
{
    /// <inheritdoc/>
    public string Method => "conversations.setTopic";
}

/// <summary>conversations.archive: archives a channel; this removes the bot, which can't undo it.</summary>
/// <param name="Channel">The channel id.</param>
public sealed record ConversationsArchive(string Channel) : ISlackRequest<SlackDone>
{
    /// <inheritdoc/>
    public string Method => "conversations.archive";
}

/// <summary>conversations.open: opens the direct messages with people; may be repeated.</summary>
/// <param name="Users">One to eight user ids.</param>
public sealed record ConversationsOpen(IReadOnlyList<string> Users) : ISlackRequest<ConversationResponse>
{
    /// <inheritdoc/>
    public string Method => "conversations.open";
}
