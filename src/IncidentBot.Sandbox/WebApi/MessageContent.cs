using System.Text.Json;
using IncidentBot.Sandbox.BlockKit;
using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.WebApi;

/// <summary>The content of a post, an update or a response_url call, checked with Slack's error codes.</summary>
internal sealed record MessageContent(string Text, JsonElement? Blocks, JsonElement? Attachments, JsonElement? Metadata)
{
    private const int TextCut = 40_000;

    public bool IsEmpty => Text.Length == 0 && Attachments is null && (Blocks is null || Blocks.Value.GetArrayLength() == 0);

    public static MessageContent Read(ApiArguments arguments)
    {
        var blocks = arguments.Nested("blocks", JsonValueKind.Array, "invalid_blocks_format");
        if (blocks is { } given && MessageCheck.Problems(given) is { Count: > 0 } problems)
        {
            throw ApiRefusal.InvalidBlocks(problems);
        }

        var attachments = arguments.Nested("attachments", JsonValueKind.Array, "invalid_attachments");
        if (attachments is { } list && list.GetArrayLength() > 100)
        {
            throw new ApiRefusal("too_many_attachments");
        }

        var text = arguments.Text("text");
        return new MessageContent(
            text.Length > TextCut ? text[..TextCut] : text,
            blocks is { } valid ? BlockNormalization.Normalize(valid, () => Ids.Secret()[..5]) : null,
            attachments,
            ReadMetadata(arguments));
    }

    /// <summary>event_type and a flat event_payload.</summary>
    private static JsonElement? ReadMetadata(ApiArguments arguments)
    {
        var metadata = arguments.Nested("metadata", JsonValueKind.Object, "invalid_metadata_format");
        if (metadata is not { } given || !given.EnumerateObject().Any())
        {
            return metadata;
        }

        return given.Text("event_type") is { Length: > 0 } && given.At("event_payload") is { ValueKind: JsonValueKind.Object }
            ? given
            : throw new ApiRefusal("invalid_metadata_schema");
    }

    public Message Draft(string channel, User bot, string? threadTs)
    {
        var empty = new Message(channel, "", bot.Id, "") { BotId = bot.BotId, AppId = bot.AppId, ThreadTs = threadTs };
        return InsteadOf(empty) with { Metadata = Metadata };
    }

    /// <summary>The message with this content instead of its own; only its metadata stays.</summary>
    public Message InsteadOf(Message message)
    {
        var blocks = Blocks ?? Json.EmptyArray;
        return message with { Text = Text, Blocks = blocks, Values = BlockTree.InitialValues(blocks), Attachments = Attachments };
    }
}
