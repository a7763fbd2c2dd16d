using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentBot.Slack.Blocks;

/// <summary>Writes markup as the bare string that the "text" of a message is.</summary>
internal sealed class MrkdwnAsStringConverter : JsonConverter<Mrkdwn>
{
    public override Mrkdwn Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Mrkdwn.Raw(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, Mrkdwn value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Content);
}
