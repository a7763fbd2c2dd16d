using System.Globalization;
using System.Text.Json;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IncidentBot.Slack.Endpoints;

/// <summary>
/// Parses what was verified and answers it. A handler is not cancelled when Slack hangs up after three seconds: the person asked for
/// it once, and half of it would be worse.
/// </summary>
internal sealed partial class SlackReceiver(SlackRouter router, ISlackEventInbox inbox, IOptions<SlackRouterOptions> options, ILogger<SlackReceiver> logger)
{
    public async Task<IResult> CommandAsync(ReadOnlyMemory<byte> body)
    {
        if (SlackForm.Command(body) is not { } command)
        {
            return Results.BadRequest();
        }

        var response = options.Value.AcceptsTeam(command.TeamId)
            ? await router.DispatchCommandAsync(command, CancellationToken.None)
            : SlashCommandResponse.Ephemeral(Mrkdwn.Escape(options.Value.ForeignTeamSentence));
        return response.IsEmpty ? Results.Ok() : Json(response);
    }

    public async Task<IResult> InteractionAsync(ReadOnlyMemory<byte> body)
    {
        if (Parse(SlackForm.Read(body).GetValueOrDefault("payload").ToString()) is not { } payload)
        {
            return Results.BadRequest();
        }

        InteractionRequest? request;
        try
        {
            request = InteractionParser.Parse(payload);
        }
        catch (JsonException)
        {
            return Results.BadRequest();
        }

        if (request is null)
        {
            var type = InteractionParser.TypeOf(payload);
            Log.UnknownInteraction(logger, type);
            return Results.Ok();
        }

        if (!options.Value.AcceptsTeam(request.TeamId))
        {
            Log.ForeignTeam(logger);
            return Results.Ok();
        }

        return await AnswerAsync(request);
    }

    public async Task<IResult> EventAsync(ReadOnlyMemory<byte> body, string? retryNum, CancellationToken cancellationToken)
    {
        var text = System.Text.Encoding.UTF8.GetString(body.Span);
        if (Parse(text) is not { ValueKind: JsonValueKind.Object } payload)
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

    private async Task<IResult> AnswerAsync(InteractionRequest request)
    {
        switch (request)
        {
            case ViewSubmission submission:
                var response = await router.DispatchSubmissionAsync(submission, CancellationToken.None);
                return response.ResponseAction is null ? Results.Ok() : Json(response);
            case BlockSuggestion suggestion:
                return Json(await router.DispatchOptionsAsync(suggestion, CancellationToken.None));
            default:
                await router.DispatchInteractionAsync(request, CancellationToken.None);
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

    private static JsonElement? Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IResult Json<T>(T response) => Results.Json(response, SlackJson.Options);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Ignored an interaction of type {Type}")]
        public static partial void UnknownInteraction(ILogger logger, string type);

        [LoggerMessage(Level = LogLevel.Information, Message = "Ignored an event payload of type {Type}")]
        public static partial void UnknownEvent(ILogger logger, string type);

        [LoggerMessage(Level = LogLevel.Information, Message = "Ignored a payload of another workspace")]
        public static partial void ForeignTeam(ILogger logger);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Slack holds events back: more than 30,000 in an hour")]
        public static partial void RateLimited(ILogger logger);
    }
}
