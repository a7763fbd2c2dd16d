using System.Text.Json.Serialization;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Slack.WebApi;

/// <summary>chat.update: changes one of the bot's own messages; text and blocks replace both.</summary>
/// <param name="Channel">The channel id; "D…" for direct messages.</param>
/// <param name="Ts">The message.</param>
public sealed record ChatUpdate(string Channel, string Ts) : ISlackRequest<ChatMessageResponse>, IBlockCarrier
{
    /// <summary>Characters in the text ("msg_too_long").</summary>
    public const int MaxTextLength = 4_000;

    /// <inheritdoc/>
    public string Method => "chat.update";

    /// <summary>The text, or with blocks the fallback for notifications and screen readers; therefore always set.</summary>
    [JsonConverter(typeof(MrkdwnAsStringConverter))]
    public Mrkdwn Text { get; init; } = Mrkdwn.Empty;

    /// <summary>The blocks; null for a text.</summary>
    public IReadOnlyList<Block>? Blocks { get; init; }

    /// <summary>New metadata; null keeps the old.</summary>
    public PostMetadata? Metadata { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<BlockViolation> Violations() => BlockValidator.Message(Text, Blocks, MaxTextLength);
}
