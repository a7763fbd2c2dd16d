using System.Text;
using System.Text.Json;
using IncidentBot.Slack.Endpoints;

namespace IncidentBot.Delivery.Inbox;

/// <summary>
/// What is kept of an event until it is processed: no token, and of a mention only where it stands, because its answer needs no words.
/// </summary>
internal static class StoredEvent
{
    private const string Mention = "app_mention";
    private static readonly string[] Words = ["text", "blocks", "attachments", "files"];

    /// <summary>It carries the words of a message in a channel, which are only for the timeline of that channel's incident.</summary>
    public static bool HasWordsOfAChannel(RawSlackEvent slackEvent) =>
        slackEvent is { Type: "message" or "pin_added" or "pin_removed", ChannelId: { Length: > 0 } channel } && channel[0] != 'D';

    public static string PayloadOf(RawSlackEvent slackEvent)
    {
        using var document = JsonDocument.Parse(slackEvent.Payload);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            Write(writer, document.RootElement, slackEvent.Type == Mention);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, JsonElement payload, bool isMention)
    {
        writer.WriteStartObject();
        foreach (var member in payload.EnumerateObject().Where(member => !member.NameEquals("token")))
        {
            if (isMention && member.NameEquals("event") && member.Value.ValueKind == JsonValueKind.Object)
            {
                writer.WriteStartObject(member.Name);
                foreach (var inner in member.Value.EnumerateObject().Where(inner => !Words.Contains(inner.Name)))
                {
                    inner.WriteTo(writer);
                }

                writer.WriteEndObject();
            }
            else
            {
                member.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
    }
}
