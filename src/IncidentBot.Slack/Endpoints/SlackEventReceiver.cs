using System.Globalization;
using System.Text.Json;
using IncidentBot.Slack.Handlers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IncidentBot.Slack.Endpoints;

/// <summary>Stores verified events in the inbox and acknowledges them only afterwards ("Events API").</summary>
internal sealed partial class SlackEventReceiver(
    ISlackEventInbox inbox, ILogger<SlackEventReceiver> logger, ISlackGuard? guard = null)
{
    /// <summary>Slack's ids have about a dozen characters; a database refuses to index some thousands.</summary>
    private const int LongestId = 255;

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
                return await TakeInAsync(rawEvent, TeamsOf(payload), cancellationToken);
            case "event_callback" or null:
                return Results.BadRequest();
            case var type:
                Log.UnknownEvent(logger, type);
                return Results.Ok();
        }
    }

    private async Task<IResult> TakeInAsync(RawSlackEvent rawEvent, IReadOnlyList<string> teams, CancellationToken cancellationToken)
    {
        switch (guard is null ? true : await guard.IsForUsAsync(teams, cancellationToken))
        {
            case true:
                await inbox.AcceptAsync(rawEvent, cancellationToken);
                return Results.Ok();
            case false:
                Log.ForeignTeam(logger);
                return Results.Ok();
            default:
                // Slack delivers the event again, up to three times within six minutes.
                Log.OwnTeamUnknown(logger);
                return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>
    /// The installations that Slack sent the event for. In a channel shared with another organisation, the outer team_id is the one of
    /// whoever acted, so it only counts where Slack names no installation.
    /// </summary>
    private static List<string> TeamsOf(JsonElement payload)
    {
        var authorized = payload.TryGetProperty("authorizations", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(each => each.ValueKind == JsonValueKind.Object).Select(each => Text(each, "team_id"))
            : [];
        List<string> teams = [.. authorized.OfType<string>()];
        return teams.Count > 0 ? teams : Text(payload, "team_id") is { } outer ? [outer] : [];
    }

    private static RawSlackEvent? RawEvent(JsonElement payload, string text, string? retryNum) =>
        payload.TryGetProperty("event", out var inner) && inner.ValueKind == JsonValueKind.Object
        && Text(payload, "event_id") is { Length: > 0 and <= LongestId } id
        && Text(inner, "type") is { Length: > 0 and <= LongestId } type
        && EventChannel.Of(inner) is null or { Length: <= LongestId }
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

        [LoggerMessage(
            Level = LogLevel.Warning, Message = "An event is refused until Slack says which workspace this is; Slack delivers it again")]
        public static partial void OwnTeamUnknown(ILogger logger);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Slack is holding back events: more than 30,000 in an hour")]
        public static partial void RateLimited(ILogger logger);
    }
}
