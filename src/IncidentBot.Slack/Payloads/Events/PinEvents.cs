namespace IncidentBot.Slack.Payloads;

/// <summary>The pinned item.</summary>
public sealed record PinItem
{
    /// <summary>"message" or "file".</summary>
    public string Type { get; init; } = "";

    /// <summary>The message in full; null for files.</summary>
    public SlackMessage? Message { get; init; }
}

/// <summary>A pin was added or removed.</summary>
public abstract record PinEvent : SlackEvent
{
    /// <summary>Who.</summary>
    public required string User { get; init; }

    /// <summary>The channel.</summary>
    public required string ChannelId { get; init; }

    /// <summary>The pinned item.</summary>
    public PinItem Item { get; init; } = new();

    /// <summary>The author.</summary>
    public string? ItemUser { get; init; }

    /// <summary>How many pins the channel has now.</summary>
    public int PinCount { get; init; }
}

/// <summary>Someone pinned a message ("pin_added").</summary>
public sealed record PinAdded : PinEvent;

/// <summary>Someone removed a pin ("pin_removed").</summary>
public sealed record PinRemoved : PinEvent;
