using System.Text.Json.Serialization;

namespace IncidentBot.Slack.Payloads;

/// <summary>A message was posted, changed or deleted, whatever its subtype ("message events").</summary>
public abstract record MessageEvent : SlackEvent
{
    /// <summary>The channel.</summary>
    public required string Channel { get; init; }

    /// <summary>"channel", "group", "im", "mpim" or "app_home".</summary>
    public string ChannelType { get; init; } = "";
}

/// <summary>A message was posted: by a person, a bot, into a thread, with files, or by Slack itself.</summary>
public sealed record MessagePosted : MessageEvent
{
    /// <summary>The message.</summary>
    [JsonIgnore]
    public required SlackMessage Message { get; init; }

    /// <summary>False for Slack's own messages (joins, topics, names), which no person wrote.</summary>
    [JsonIgnore]
    public bool IsContent => Message.IsContent;
}

/// <summary>A message was changed: an edit, an unfurled link, or an update of its thread.</summary>
public sealed record MessageChanged : MessageEvent
{
    /// <summary>The message as it is now.</summary>
    public required SlackMessage Message { get; init; }

    /// <summary>The message as it was.</summary>
    public SlackMessage? PreviousMessage { get; init; }

    /// <summary>True when someone edited the text; false for unfurled links and thread updates.</summary>
    [JsonIgnore]
    public bool IsEdit => Message.Edited is not null
        && (PreviousMessage is null || PreviousMessage.Edited?.Ts != Message.Edited.Ts || PreviousMessage.Text != Message.Text);
}

/// <summary>A message was deleted; also when Slack says so with a tombstone, because replies remain.</summary>
public sealed record MessageDeleted : MessageEvent
{
    /// <summary>The ts of the message that is gone.</summary>
    public required string DeletedTs { get; init; }

    /// <summary>The message as it was; null when Slack does not say.</summary>
    public SlackMessage? PreviousMessage { get; init; }

    /// <summary>True when its replies remain.</summary>
    [JsonIgnore]
    public bool LeavesThread { get; init; }
}
