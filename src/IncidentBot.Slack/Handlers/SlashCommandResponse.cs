using System.Text.Json.Serialization;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Slack.Handlers;

/// <summary>The immediate response to a slash command ("Slash commands", responding).</summary>
public sealed record SlashCommandResponse : IBlockCarrier
{
    /// <summary>No message, for example because a modal opened instead.</summary>
    public static SlashCommandResponse Empty { get; } = new();

    /// <summary>Who sees it.</summary>
    public ResponseType? ResponseType { get; init; }

    /// <summary>The text, or its fallback when there are blocks.</summary>
    [JsonConverter(typeof(MrkdwnAsStringConverter))]
    public Mrkdwn? Text { get; init; }

    /// <summary>The blocks; null for a text.</summary>
    public IReadOnlyList<Block>? Blocks { get; init; }

    /// <summary>True when there is no message.</summary>
    [JsonIgnore]
    public bool IsEmpty => ResponseType is null && Text is null && Blocks is null;

    /// <summary>Answers the person alone.</summary>
    /// <param name="text">The text, or its fallback when there are blocks.</param>
    /// <param name="blocks">The blocks, if any.</param>
    /// <returns>The response.</returns>
    public static SlashCommandResponse Ephemeral(Mrkdwn text, params IReadOnlyList<Block> blocks) =>
        new() { ResponseType = WebApi.ResponseType.Ephemeral, Text = text, Blocks = blocks.Count > 0 ? blocks : null };

    /// <summary>Answers in the channel, which also shows what was typed.</summary>
    /// <param name="text">The text, or its fallback when there are blocks.</param>
    /// <param name="blocks">The blocks, if any.</param>
    /// <returns>The response.</returns>
    public static SlashCommandResponse InChannel(Mrkdwn text, params IReadOnlyList<Block> blocks) =>
        new() { ResponseType = WebApi.ResponseType.InChannel, Text = text, Blocks = blocks.Count > 0 ? blocks : null };

    /// <inheritdoc/>
    public IReadOnlyList<BlockViolation> Violations() => BlockValidator.Message(Blocks ?? []);
}
