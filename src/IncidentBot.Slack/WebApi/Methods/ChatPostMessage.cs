using System.Text.Json.Serialization;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Slack.WebApi;

/// <summary>chat.postMessage: posts a message; about one a second per channel.</summary>
/// <param name="Channel">The channel id, or a user id for the direct messages with that person.</param>
public sealed record ChatPostMessage(string Channel) : ISlackRequest<ChatMessageResponse>, IBlockCarrier
{
    /// <summary>Characters in the text; Slack cuts off the rest. Keep to 4,000.</summary>
    public const int MaxTextLength = 40_000;

    /// <inheritdoc/>
    public string Method => "chat.postMessage";

    /// <summary>The text, or with blocks the fallback for notifications and screen readers; therefore always set.</summary>
    [JsonConverter(typeof(MrkdwnAsStringConverter))]
    public Mrkdwn Text { get; init; } = Mrkdwn.Empty;

    /// <summary>The blocks; null for a text.</summary>
    public IReadOnlyList<Block>? Blocks { get; init; }

    /// <summary>Replies to this message.</summary>
    public string? ThreadTs { get; init; }

    /// <summary>Shows the reply in the channel as well.</summary>
    public bool ReplyBroadcast { get; init; }

    /// <summary>Shows previews of links; each makes a message_changed event, so not by default.</summary>
    public bool UnfurlLinks { get; init; }

    /// <summary>Shows previews of media; not by default.</summary>
    public bool UnfurlMedia { get; init; }

    /// <summary>Metadata to find the message again after a timeout; anyone can read it.</summary>
    public PostMetadata? Metadata { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<BlockViolation> Violations() => BlockValidator.Message(Text, Blocks, MaxTextLength);
}

/// <summary>An app's metadata on a message ("Message metadata"); anyone can read it, so it must hold no secrets.</summary>
/// <param name="EventType">The kind of metadata, in snake_case.</param>
/// <param name="EventPayload">Flat values.</param>
public sealed record PostMetadata(string EventType, IReadOnlyDictionary<string, string> EventPayload);

/// <summary>A message that was posted or updated.</summary>
public sealed record ChatMessageResponse
{
    /// <summary>The channel; "D…" when a user id was given.</summary>
    public string Channel { get; init; } = "";

    /// <summary>The message.</summary>
    public string Ts { get; init; } = "";

    /// <summary>The message as Slack keeps it.</summary>
    public SlackMessage? Message { get; init; }
}
