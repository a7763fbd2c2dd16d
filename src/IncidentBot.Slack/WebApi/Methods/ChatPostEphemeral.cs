using System.Text.Json.Serialization;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Slack.WebApi;

/// <summary>chat.postEphemeral: shows a message to one member; Slack does not store it or guarantee its delivery.</summary>
/// <param name="Channel">The channel id.</param>
/// <param name="User">Who sees it; a member of the channel.</param>
public sealed record ChatPostEphemeral(string Channel, string User) : ISlackRequest<PostEphemeralResponse>, IBlockCarrier
{
    /// <summary>Characters in the text; Slack cuts off the rest. Keep to 4,000.</summary>
    public const int MaxTextLength = 40_000;

    /// <inheritdoc/>
    public string Method => "chat.postEphemeral";

    /// <summary>The text, or with blocks the fallback for notifications and screen readers; therefore always set.</summary>
    [JsonConverter(typeof(MrkdwnAsStringConverter))]
    public Mrkdwn Text { get; init; } = Mrkdwn.Empty;

    /// <summary>The blocks; null for a text.</summary>
    public IReadOnlyList<Block>? Blocks { get; init; }

    /// <summary>Shows it in this thread, if that has replies.</summary>
    public string? ThreadTs { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<BlockViolation> Violations() => BlockValidator.Message(Text, Blocks, MaxTextLength);
}

/// <summary>A message that one person sees.</summary>
public sealed record PostEphemeralResponse
{
    /// <summary>Its time stamp; of no use for updates.</summary>
    public string MessageTs { get; init; } = "";
}
