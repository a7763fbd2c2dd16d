using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentBot.Slack.Payloads;

/// <summary>A message, as events, histories and shortcuts carry it.</summary>
public sealed record SlackMessage
{
    /// <summary>With the channel, the message's identity.</summary>
    public string Ts { get; init; } = "";

    /// <summary>The thread: the ts of its first message; null outside a thread.</summary>
    public string? ThreadTs { get; init; }

    /// <summary>The text in Slack's escaping.</summary>
    public string Text { get; init; } = "";

    /// <summary>The author; null for classic bots and webhooks.</summary>
    public string? User { get; init; }

    /// <summary>The bot that posted it; null for people.</summary>
    public string? BotId { get; init; }

    /// <summary>The app that posted it; null for people.</summary>
    public string? AppId { get; init; }

    /// <summary>The name that a classic bot or webhook gave itself.</summary>
    public string? Username { get; init; }

    /// <summary>How the app that posted it presents itself; null for people and classic webhooks.</summary>
    public BotProfile? BotProfile { get; init; }

    /// <summary>How the author presents themselves; sent for people of another workspace.</summary>
    public SlackUserProfile? UserProfile { get; init; }

    /// <summary>The huddle that the message stands for; null for other messages.</summary>
    public SlackRoom? Room { get; init; }

    /// <summary>The channel, where the payload says it inside the message.</summary>
    public string? Channel { get; init; }

    /// <summary>The kind of message; null for an ordinary one.</summary>
    public string? Subtype { get; init; }

    /// <summary>The last edit; null when it was never edited.</summary>
    public MessageEdit? Edited { get; init; }

    /// <summary>How many replies the thread below has.</summary>
    public int ReplyCount { get; init; }

    /// <summary>The newest reply of the thread below.</summary>
    public string? LatestReply { get; init; }

    /// <summary>The address of the message, where the payload carries it.</summary>
    public string? Permalink { get; init; }

    /// <summary>Attached files.</summary>
    public IReadOnlyList<SlackFile> Files { get; init; } = [];

    /// <summary>Reactions, where the payload carries them.</summary>
    public IReadOnlyList<MessageReaction> Reactions { get; init; } = [];

    /// <summary>The channels to which it is pinned.</summary>
    public IReadOnlyList<string> PinnedTo { get; init; } = [];

    /// <summary>The app's own mark on it ("Message metadata").</summary>
    public MessageMetadata? Metadata { get; init; }

    /// <summary>The blocks as JSON, when there are any.</summary>
    public JsonElement? Blocks { get; init; }

    /// <summary>The classic attachments as JSON, when there are any; links that Slack unfolds are among them.</summary>
    public JsonElement? Attachments { get; init; }

    /// <summary>
    /// What a person would read: the text, blocks, attachments, forwarded messages, or the names of files, in Slack's escaping. Empty
    /// for a deleted message.
    /// </summary>
    [JsonIgnore]
    public string Words => MessageWords.Of(this);

    /// <summary>The best name that the message gives its bot; null for people and for bots without a name.</summary>
    [JsonIgnore]
    public string? BotName => !IsFromBot ? null
        : Username is { Length: > 0 } ? Username
        : BotProfile is { Name.Length: > 0 } bot ? bot.Name
        : null;

    /// <summary>True for what someone wrote or did; false for Slack's own messages about joins, topics and names.</summary>
    [JsonIgnore]
    public bool IsContent => IsHuddle || Subtype is null or "me_message" or "file_share" or "thread_broadcast" or "bot_message";

    /// <summary>True for the message that stands for a huddle.</summary>
    [JsonIgnore]
    public bool IsHuddle => Subtype == "huddle_thread";

    /// <summary>True for a message inside a thread that did not start it.</summary>
    [JsonIgnore]
    public bool IsReply => ThreadTs is not null && ThreadTs != Ts;

    /// <summary>True for the placeholder of a deleted message whose replies remain.</summary>
    [JsonIgnore]
    public bool IsTombstone => Subtype == "tombstone";

    /// <summary>True for a message from a bot, with or without the subtype.</summary>
    [JsonIgnore]
    public bool IsFromBot => BotId is not null || Subtype == "bot_message";
}

/// <summary>How an app presents itself in its messages.</summary>
public sealed record BotProfile
{
    /// <summary>The app's name; may be empty.</summary>
    public string Name { get; init; } = "";
}

/// <summary>A huddle.</summary>
public sealed record SlackRoom
{
    /// <summary>The name that people gave the huddle; mostly empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>Who started the huddle; null when Slack does not say.</summary>
    public string? CreatedBy { get; init; }
}

/// <summary>Who edited a message, and when.</summary>
public sealed record MessageEdit
{
    /// <summary>The editor.</summary>
    public string User { get; init; } = "";

    /// <summary>When; apply only an edit that is newer than the one you have.</summary>
    public string Ts { get; init; } = "";
}

/// <summary>One emoji under a message.</summary>
public sealed record MessageReaction
{
    /// <summary>The emoji's name without colons, perhaps with a skin tone.</summary>
    public required string Name { get; init; }

    /// <summary>How many people; may be more than are listed.</summary>
    public int Count { get; init; }

    /// <summary>Who.</summary>
    public IReadOnlyList<string> Users { get; init; } = [];
}

/// <summary>An app's metadata on its own message, readable by anyone in the workspace ("Message metadata").</summary>
public sealed record MessageMetadata
{
    /// <summary>The kind of mark.</summary>
    public required string EventType { get; init; }

    /// <summary>The mark; only sent when asked for with include_all_metadata.</summary>
    public JsonElement EventPayload { get; init; }
}
