using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using IncidentBot.Slack.Endpoints;

namespace IncidentBot.Slack.WebApi;

/// <summary>Reads the envelope of every answer: ok, error, needed, response_metadata ("Web API basics").</summary>
internal static class SlackEnvelope
{
    public static SlackResponse Read(string method, HttpStatusCode status, HttpResponseHeaders headers, ReadOnlyMemory<byte> bytes)
    {
        var body = Parse(bytes);
        var response = new SlackResponse
        {
            Status = status,
            Body = body,
            RetryAfter = headers.RetryAfter?.Delta,
            Needed = Text(body, "needed"),
            Provided = Text(body, "provided"),
            Messages = Messages(body),
            TokenScopes = Scopes(headers),
        };
        return status == HttpStatusCode.TooManyRequests
            ? response with { Error = Text(body, "error") ?? "ratelimited", Kind = SlackErrorKind.Throttled }
            : Judge(method, response);
    }

    public static SlackResponse Failed(string error, SlackErrorKind kind, bool effectUnknown) =>
        new() { Error = error, Kind = kind, HasEffectUnknown = effectUnknown };

    public static string? NextCursor(JsonElement body) =>
        Object(body, "response_metadata") is { } metadata && Text(metadata, "next_cursor") is { Length: > 0 } cursor ? cursor : null;

    private static SlackResponse Judge(string method, SlackResponse response)
    {
        var status = (int)response.Status;
        if (response.Body.ValueKind != JsonValueKind.Object || status >= 500)
        {
            return response with
            {
                Error = Text(response.Body, "error") ?? $"http_{status}",
                Kind = SlackErrorKind.UnknownOutcome,
                HasEffectUnknown = true,
            };
        }

        if (response.Body.TryGetProperty("ok", out var ok) && ok.ValueKind == JsonValueKind.True)
        {
            return response with { Ok = true };
        }

        var error = Text(response.Body, "error") ?? $"http_{status}";
        var kind = KindOf(method, error, response.Messages);
        return response with { Error = error, Kind = kind, HasEffectUnknown = SlackErrors.EffectUnknown(error) };
    }

    /// <summary>A late trigger has also been seen as invalid_arguments with a message about trigger_id.</summary>
    private static SlackErrorKind KindOf(string method, string error, IReadOnlyList<string> messages) =>
        error == "invalid_arguments" && messages.Any(
            message => message.Contains("trigger_id", StringComparison.Ordinal) && message.Contains("expired", StringComparison.Ordinal))
            ? SlackErrorKind.UserTiming
            : SlackErrors.KindOf(method, error);

    private static JsonElement Parse(ReadOnlyMemory<byte> bytes) => SlackForm.Json(Encoding.UTF8.GetString(bytes.Span)) ?? default;

    /// <summary>The messages of response_metadata and the "errors", which are texts for blocks and objects for invitations.</summary>
    private static List<string> Messages(JsonElement body)
    {
        List<string> messages = [];
        if (Object(body, "response_metadata") is { } metadata)
        {
            AddAll(messages, metadata, "messages");
        }

        if (messages.Count == 0)
        {
            AddAll(messages, body, "errors");
        }

        return messages;
    }

    private static void AddAll(List<string> messages, JsonElement owner, string name)
    {
        if (owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array)
        {
            messages.AddRange(items.EnumerateArray().Select(item => item.ToString()));
        }
    }

    private static IReadOnlyList<string> Scopes(HttpResponseHeaders headers) =>
        headers.TryGetValues("x-oauth-scopes", out var values)
            ? [.. values.SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))]
            : [];

    private static JsonElement? Object(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object
            ? value
            : null;

    private static string? Text(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
