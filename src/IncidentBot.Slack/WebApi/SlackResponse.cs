using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.Json;

namespace IncidentBot.Slack.WebApi;

/// <summary>The outcome of a Web API call.</summary>
public record SlackResponse
{
    /// <summary>Slack's "ok"; the HTTP status alone does not say whether the call succeeded.</summary>
    public virtual bool Ok { get; init; }

    /// <summary>
    /// Slack's error code, or "timeout", "connection_failed",
    /// "network_error", "http_503", "unreadable_response"; null when ok.
    /// </summary>
    public string? Error { get; init; }

    /// <summary>What to do about the error.</summary>
    public SlackErrorKind Kind { get; init; }

    /// <summary>True when the failed call may have had its effect: check before repeating it.</summary>
    public bool HasEffectUnknown { get; init; }

    /// <summary>How long Slack asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The scope that is missing ("missing_scope").</summary>
    public string? Needed { get; init; }

    /// <summary>The scopes that the token has ("missing_scope").</summary>
    public string? Provided { get; init; }

    /// <summary>Slack's messages about wrong arguments, which alone explain "invalid_arguments".</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];

    /// <summary>The scopes of the token, as the response header x-oauth-scopes names them.</summary>
    public IReadOnlyList<string> TokenScopes { get; init; } = [];

    /// <summary>The HTTP status; 0 when there was no response.</summary>
    public HttpStatusCode Status { get; init; }

    /// <summary>The response body; undefined when there was no response.</summary>
    public JsonElement Body { get; init; }

    /// <summary>True when the wanted state holds, whether through this call or from before.</summary>
    public bool Done => Ok || Kind == SlackErrorKind.AlreadyDone;

    /// <summary>True when Slack gave no verdict, because it is down, limits our calls, or rejects the token.</summary>
    public bool IsSilence =>
        Kind is SlackErrorKind.Throttled or SlackErrorKind.AuthDead or SlackErrorKind.Transient or SlackErrorKind.UnknownOutcome;

    /// <summary>Where the next page begins; null on the last page.</summary>
    public string? NextCursor => SlackEnvelope.NextCursor(Body);

    /// <summary>Reads the answer as its type.</summary>
    /// <typeparam name="T">The response to a successful call.</typeparam>
    /// <returns>The typed response.</returns>
    public SlackResponse<T> As<T>()
        where T : class
    {
        if (!Ok)
        {
            return new SlackResponse<T>(this, null);
        }

        try
        {
            return new SlackResponse<T>(this, Body.Deserialize<T>(SlackJson.Options));
        }
        catch (JsonException)
        {
            var unreadable = this with
            {
                Ok = false,
                Error = "unreadable_response",
                Kind = SlackErrorKind.UnknownOutcome,
                HasEffectUnknown = true,
            };
            return new SlackResponse<T>(unreadable, null);
        }
    }
}

/// <summary>The outcome of a Web API call, with its typed answer.</summary>
/// <typeparam name="T">The response to a successful call.</typeparam>
public sealed record SlackResponse<T> : SlackResponse
    where T : class
{
    /// <summary>Adds the answer to a response.</summary>
    /// <param name="response">The response.</param>
    /// <param name="value">The answer; null unless it is ok.</param>
    public SlackResponse(SlackResponse response, T? value)
        : base(response) => Value = value;

    /// <summary>The answer; null unless it is ok.</summary>
    public T? Value { get; }

    /// <inheritdoc/>
    [MemberNotNullWhen(true, nameof(Value))]
    public override bool Ok => base.Ok && Value is not null;
}
