using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.Json;

namespace IncidentBot.Slack.WebApi;

/// <summary>What a call of the Web API came to.</summary>
public record SlackResponse
{
    /// <summary>Slack's own verdict; the HTTP status does not tell.</summary>
    public virtual bool Ok { get; init; }

    /// <summary>Slack's error code, or "timeout", "connection_failed", "network_error", "http_503", "unreadable_response"; null when ok.</summary>
    public string? Error { get; init; }

    /// <summary>What to do about it.</summary>
    public SlackErrorKind Kind { get; init; }

    /// <summary>The call may have had its effect although it failed: look before you repeat it.</summary>
    public bool HasEffectUnknown { get; init; }

    /// <summary>How long Slack asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The scope that is missing ("missing_scope").</summary>
    public string? Needed { get; init; }

    /// <summary>The scopes that the token has ("missing_scope").</summary>
    public string? Provided { get; init; }

    /// <summary>Slack's own words on what is wrong with the arguments; the only diagnosis of "invalid_arguments".</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];

    /// <summary>The scopes of the token, as the response header x-oauth-scopes names them.</summary>
    public IReadOnlyList<string> TokenScopes { get; init; } = [];

    /// <summary>The HTTP status; 0 when there was no response.</summary>
    public HttpStatusCode Status { get; init; }

    /// <summary>The whole answer; undefined when there was none.</summary>
    public JsonElement Body { get; init; }

    /// <summary>What was wanted holds: it was done now, or it was so before.</summary>
    public bool Done => Ok || Kind == SlackErrorKind.AlreadyDone;

    /// <summary>Slack said neither yes nor no: it is down, throttled, or does not let us in. A question is still open then.</summary>
    public bool IsSilence => Kind is SlackErrorKind.Throttled or SlackErrorKind.AuthDead or SlackErrorKind.Transient or SlackErrorKind.UnknownOutcome;

    /// <summary>Where the next page begins; null on the last page.</summary>
    public string? NextCursor => SlackEnvelope.NextCursor(Body);

    /// <summary>Reads the answer as its type.</summary>
    /// <typeparam name="T">What the method answers when it is ok.</typeparam>
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
            var unreadable = this with { Ok = false, Error = "unreadable_response", Kind = SlackErrorKind.UnknownOutcome, HasEffectUnknown = true };
            return new SlackResponse<T>(unreadable, null);
        }
    }
}

/// <summary>What a call of the Web API came to, with its typed answer.</summary>
/// <typeparam name="T">What the method answers when it is ok.</typeparam>
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
