using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentBot.Slack.Blocks;

/// <summary>
/// A block of a view as Slack sent it back, for showing it again. This allows changes to an open form without knowing its
/// other blocks.
/// </summary>
[JsonConverter(typeof(AsItIs))]
public sealed record ShownBlock : Block
{
    /// <summary>Wraps a block.</summary>
    /// <param name="json">The block as Slack sent it.</param>
    public ShownBlock(JsonElement json)
    {
        Json = json;
        BlockId = json.TryGetProperty("block_id", out var id) ? id.GetString() : null;
    }

    /// <inheritdoc/>
    public override string Type => Json.GetProperty("type").GetString() ?? "";

    /// <summary>The block as Slack sent it.</summary>
    public JsonElement Json { get; }

    private sealed class AsItIs : JsonConverter<ShownBlock>
    {
        public override ShownBlock Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(JsonElement.ParseValue(ref reader));

        public override void Write(Utf8JsonWriter writer, ShownBlock value, JsonSerializerOptions options) => value.Json.WriteTo(writer);
    }
}
