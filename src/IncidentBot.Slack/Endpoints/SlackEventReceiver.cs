using System.Globalization;
using System.Text.Json;
using IncidentBot.Slack.Handlers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IncidentBot.Slack.Endpoints;

/// <summary>Stores verified events in the inbox and acknowledges them only afterwards ("Events API").</summary>
internal sealed partial class SlackEventReceiver(
    ISlackEventInbox inbox, IOptions<SlackRouterOptions> options, ILogger<SlackEventReceiver> logger)
{
    public async Task<IResult> AcceptAsync(ReadOnlyMemory<byte> body, string? retryNum, CancellationToken cancellationToken)
    {
        var text = UsableText.OfJson(System.Text.Encoding.UTF8.GetString(body.Span));
        if (SlackForm.Json(text) is not { ValueKind: JsonValueKind.Object } payload)
        {
            return Results.BadRequest();
        }

        switch (Text(payload, "type"))
        {
            case "url_verification":
                return Results.Text(Text(payload, "challenge") ?? "");
            case "app_rate_limited":
                Log.RateLimited(logger);
                return Results.Ok();
            case "event_callback" when RawEvent(payload, text, retryNum) is { } rawEvent:
                if (options.Value.AcceptsTeam(rawEvent.TeamId))
                {
                    await inbox.AcceptAsync(rawEvent, cancellationToken);
                }
                else
                {
                    Log.ForeignTeam(logger);
                }

                return Results.Ok();
            case "event_callback" or null:
                return Results.BadRequest();
            case var type:
                Log.UnknownEvent(logger, type);
                return Results.Ok();
        }
    }

    private static RawSlackEvent? RawEvent(JsonElement payload, string text, string? retryNum) =>
        payload.TryGetProperty("event", out var inner) && inner.ValueKind == JsonValueKind.Object
        && Text(payload, "event_id") is { Length: > 0 } id && Text(inner, "type") is { Length: > 0 } type
            ? new RawSlackEvent(id, Text(payload, "team_id") ?? "", type, EventChannel.Of(inner), Time(payload), Number(retryNum), text)
            : null;

    private static DateTimeOffset Time(JsonElement payload) =>
        payload.TryGetProperty("event_time", out var time) && time.ValueKind == JsonValueKind.Number && time.TryGetInt32(out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : DateTimeOffset.UnixEpoch;

    private static int? Number(string? retryNum) =>
        int.TryParse(retryNum, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Text(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Ignored an event payload of type {Type}")]
        public static partial void UnknownEvent(ILogger logger, string type);

        [LoggerMessage(Level = LogLevel.Information, Message = "Ignored an event from another workspace")]
        public static partial void ForeignTeam(ILogger logger);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Slack is holding back events: more than 30,000 in an hour")]
        public static partial void RateLimited(ILogger logger);
    }
}
