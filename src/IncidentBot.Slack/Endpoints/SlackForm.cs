using System.Text;
using System.Text.Json;
using IncidentBot.Slack.Payloads;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace IncidentBot.Slack.Endpoints;

/// <summary>Reads verified bytes: forms, and the JSON in them.</summary>
internal static class SlackForm
{
    public static Dictionary<string, StringValues> Read(ReadOnlyMemory<byte> body) =>
        QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body.Span));

    /// <summary>A slash command; null when a field is missing without which there is none.</summary>
    public static SlashCommand? Command(ReadOnlyMemory<byte> body)
    {
        var form = Read(body);
        string Field(string name) => form.TryGetValue(name, out var value) ? UsableText.Of(value.ToString()) : "";
        var command = new SlashCommand
        {
            Command = Field("command"),
            Text = Field("text").Trim(),
            UserId = Field("user_id"),
            ChannelId = Field("channel_id"),
            ChannelName = Field("channel_name"),
            TeamId = Field("team_id"),
            TriggerId = Field("trigger_id"),
            ResponseUrl = Field("response_url"),
        };
        return command.Command.Length > 0 && command.UserId.Length > 0 && command.ChannelId.Length > 0 ? command : null;
    }

    /// <summary>A JSON text; null when it is none.</summary>
    public static JsonElement? Json(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(UsableText.OfJson(json));
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
