using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentBot.Slack;

/// <summary>Reads null as the initial value: Slack writes it for a number or flag that is absent.</summary>
internal sealed class NullAsDefaultConverter<T> : JsonConverter<T>
    where T : struct
{
    public override bool HandleNull => true;

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? default : JsonSerializer.Deserialize<T>(ref reader, options);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, options);
}
