using System.Collections.Frozen;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Failures;
using IncidentBot.Sandbox.SignIn;
using IncidentBot.Sandbox.State;

namespace IncidentBot.Sandbox.WebApi;

/// <summary>POST /api/{method}: token, scope, arguments, then the method; every call is logged with its answer.</summary>
internal sealed class ApiEndpoint
{
    private const int Aborted = 0;

    private readonly Workspace workspace;
    private readonly FrozenDictionary<string, ApiMethod> methods;
    private readonly ScopeCheck scopes;

    public ApiEndpoint(Workspace workspace)
    {
        this.workspace = workspace;
        scopes = new ScopeCheck(workspace);
        ApiMethod[] all =
        [
            .. new ChatMethods(workspace).All,
            .. new ConversationMethods(workspace).All,
            .. new MemberMethods(workspace).All,
            .. new HistoryMethods(workspace).All,
            .. new ViewMethods(workspace).All,
            .. new UserMethods(workspace).All,
            .. new BookmarkMethods(workspace).All,
            .. new CanvasMethods(workspace).All,
            .. new MarkMethods(workspace).All,
            .. new FileMethods(workspace).All,
            .. new SignInMethods(workspace).All,
        ];
        methods = all.ToFrozenDictionary(m => m.Name, StringComparer.Ordinal);
    }

    public IReadOnlyCollection<string> Methods => methods.Keys;

    public async Task AnswerAsync(HttpContext http, string method)
    {
        var at = workspace.Now;
        var started = Stopwatch.GetTimestamp();
        var (arguments, token, warning) = await ApiRequest.ReadAsync(http.Request, methods.GetValueOrDefault(method)?.TakesJson == true);
        var failure = workspace.Failures.OutageAnswer ?? workspace.CallFailures.Take(method);
        if (failure is { Kind: CallFailureKind.Slow })
        {
            await workspace.CallFailures.WaitAsync(failure, workspace.Clock, http.RequestAborted);
        }

        var (status, body, retryAfter) = Outcome(failure) ?? Run(method, arguments, token);
        if (failure?.Kind == CallFailureKind.TimeoutAfterEffect)
        {
            (status, body) = (Aborted, JsonValue.Create("(connection broken after the effect)"));
        }

        if (status == Aborted)
        {
            workspace.Calls.Add(new ApiCall(at, method, arguments.ToString(), 0, (string)body!, Stopwatch.GetElapsedTime(started)));
            http.Abort();
            return;
        }

        if (warning is not null && body is JsonObject json)
        {
            json["warning"] = warning;
            json["response_metadata"] ??= new JsonObject();
            json["response_metadata"]!["warnings"] = new JsonArray(warning);
        }

        var text = body is JsonObject ? Json.ToText(body) : (string?)body ?? "";
        workspace.Calls.Add(new ApiCall(at, method, arguments.ToString(), status, text, Stopwatch.GetElapsedTime(started)));
        await WriteAsync(http.Response, method, status, text, body is JsonObject, retryAfter);
    }

    /// <summary>Failures that replace the call; the others run it first.</summary>
    private static (int Status, JsonNode Body, int? RetryAfter)? Outcome(CallFailure? failure) => failure?.Kind switch
    {
        CallFailureKind.RateLimited => (429, Error("ratelimited"), failure.RetryAfterSeconds),
        CallFailureKind.ServerError => (500, JsonValue.Create("Internal Server Error"), null),
        CallFailureKind.HtmlUnavailable => (503, JsonValue.Create("<html><body>Service unavailable</body></html>"), null),
        CallFailureKind.Error => (200, Error(failure.Code), null),
        CallFailureKind.ConnectionAborted => (Aborted, JsonValue.Create("(connection broken before anything happened)"), null),
        _ => null,
    };

    private (int Status, JsonNode Body, int? RetryAfter) Run(string name, ApiArguments arguments, string? token)
    {
        try
        {
            var method = methods.GetValueOrDefault(name) ?? throw new ApiRefusal("unknown_method");
            if (method.NeedsBotToken)
            {
                RequireToken(token);
            }

            scopes.Require(method, arguments);
            var missing = method.Required.Where(r => !arguments.Has(r)).Select(r => $"missing required field: {r}").ToList();
            if (missing.Count > 0)
            {
                throw ApiRefusal.InvalidArguments(missing);
            }

            return (200, workspace.Change(() => method.Run(new ApiContext(workspace, arguments, token))), null);
        }
        catch (ApiRefusal refusal)
        {
            var error = Error(refusal.Code);
            foreach (var (key, value) in refusal.Details)
            {
                error[key] = value?.DeepClone();
            }

            return (refusal.RetryAfterSeconds is null ? 200 : 429, error, refusal.RetryAfterSeconds);
        }
    }

    private void RequireToken(string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            throw new ApiRefusal("not_authed");
        }

        if (token != workspace.Options.BotToken)
        {
            throw new ApiRefusal("invalid_auth");
        }

        if (workspace.Installation.Refusal is { } refusal)
        {
            throw new ApiRefusal(refusal);
        }
    }

    private async Task WriteAsync(HttpResponse response, string method, int status, string text, bool isJson, int? retryAfter)
    {
        response.StatusCode = status;
        response.ContentType = isJson ? "application/json; charset=utf-8" : "text/html";
        response.Headers["x-oauth-scopes"] = string.Join(',', workspace.Installation.Scopes);
        response.Headers["x-accepted-oauth-scopes"] = string.Join(',', methods.GetValueOrDefault(method)?.Scopes ?? []);
        if (retryAfter is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        await response.WriteAsync(text);
    }

    private static JsonObject Error(string code) => new() { ["ok"] = false, ["error"] = code };
}
