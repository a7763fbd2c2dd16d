using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentBot.Slack.Payloads;

/// <summary>Reads { "values": … }.</summary>
internal sealed class ViewStateConverter : JsonConverter<ViewState>
{
    public override ViewState Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var state = JsonElement.ParseValue(ref reader);
        return state.ValueKind == JsonValueKind.Object && state.TryGetProperty("values", out var values) ? new(values) : ViewState.Empty;
    }

    public override void Write(Utf8JsonWriter writer, ViewState value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        if (value.Values.ValueKind == JsonValueKind.Object)
        {
            writer.WritePropertyName("values");
            value.Values.WriteTo(writer);
        }

        writer.WriteEndObject();
    }
}
