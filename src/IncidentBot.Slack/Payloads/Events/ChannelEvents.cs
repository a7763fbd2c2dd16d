namespace IncidentBot.Slack.Payloads;

/// <summary>Someone joined or left a channel; also the bot itself.</summary>
public abstract record MembershipEvent : SlackEvent
{
    /// <summary>Who.</summary>
    public required string User { get; init; }

    /// <summary>The channel.</summary>
    public required string Channel { get; init; }
}

/// <summary>Someone joined a channel ("member_joined_channel").</summary>
public sealed record MemberJoinedChannel : MembershipEvent
{
    /// <summary>The inviter; null when the person joined on their own.</summary>
    public string? Inviter { get; init; }
}

/// <summary>Someone left a channel ("member_left_channel").</summary>
public sealed record MemberLeftChannel : MembershipEvent;

/// <summary>A channel has a new name ("channel_rename", "group_rename").</summary>
public sealed record ChannelRename : SlackEvent
{
    /// <summary>The channel with its new name.</summary>
    public required ChannelReference Channel { get; init; }
}

/// <summary>A channel was archived ("channel_archive", "group_archive"); the bot is no longer a member.</summary>
public sealed record ChannelArchive : SlackEvent
{
    /// <summary>The channel.</summary>
    public required string Channel { get; init; }

    /// <summary>Who.</summary>
    public string? User { get; init; }
}

/// <summary>A channel was unarchived ("channel_unarchive", "group_unarchive").</summary>
public sealed record ChannelUnarchive : SlackEvent
{
    /// <summary>The channel.</summary>
    public required string Channel { get; init; }

    /// <summary>Who.</summary>
    public string? User { get; init; }
}

/// <summary>The bot was removed from a channel, or left it ("channel_left", "group_left").</summary>
public sealed record ChannelLeft : SlackEvent
{
    /// <summary>The channel.</summary>
    public required string Channel { get; init; }
}

/// <summary>A channel has a new id ("channel_id_changed").</summary>
public sealed record ChannelIdChanged : SlackEvent
{
    /// <summary>The old id.</summary>
    public required string OldChannelId { get; init; }

    /// <summary>The new id.</summary>
    public required string NewChannelId { get; init; }
}
