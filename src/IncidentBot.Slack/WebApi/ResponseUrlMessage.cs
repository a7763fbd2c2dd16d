using System.Text.Json.Serialization;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Slack.WebApi;

/// <summary>
/// A message to a response_url, which takes five within 30 minutes and is the only way to change an ephemeral message ("Handling
/// user interaction").
/// </summary>
public sealed record ResponseUrlMessage : IBlockCarrier
{
    /// <summary>The text, or its fallback when there are blocks.</summary>
    [JsonConverter(typeof(MrkdwnAsStringConverter))]
    public Mrkdwn? Text { get; init; }

    /// <summary>The blocks; null for a text.</summary>
    public IReadOnlyList<Block>? Blocks { get; init; }

    /// <summary>For one person or for the channel; Slack's default is ephemeral.</summary>
    public ResponseType? ResponseType { get; init; }

    /// <summary>Takes the place of the message that was acted on.</summary>
    public bool? ReplaceOriginal { get; init; }

    /// <summary>Deletes the message that was acted on; stands alone.</summary>
    public bool? DeleteOriginal { get; init; }

    /// <summary>Answers in a thread; with <see cref="ResponseType.InChannel"/> and without replacing.</summary>
    public string? ThreadTs { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<BlockViolation> Violations() => BlockValidator.Message(Blocks ?? []);
}

/// <summary>Who sees an answer.</summary>
public enum ResponseType
{
    /// <summary>The person who asked.</summary>
    Ephemeral,

    /// <summary>Everyone in the channel.</summary>
    InChannel,
}
