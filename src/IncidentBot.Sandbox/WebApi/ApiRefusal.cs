using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.WebApi;

/// <summary>
/// Ends a call with Slack's error code. An exception, because checks at any depth may end the call.
/// </summary>
internal sealed class ApiRefusal(string code) : Exception(code)
{
    public string Code { get; } = code;

    /// <summary>Further members of the response: errors, needed, provided, response_metadata.</summary>
    public JsonObject Details { get; } = [];

    /// <summary>Set for HTTP 429.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>invalid_arguments with the lines that say why.</summary>
    public static ApiRefusal InvalidArguments(params IEnumerable<string> problems) => new("invalid_arguments")
    {
        Details = { ["response_metadata"] = Messages(problems) },
    };

    public static ApiRefusal InvalidBlocks(IReadOnlyList<string> problems) => new("invalid_blocks")
    {
        Details = { ["errors"] = Json.ToArray(problems), ["response_metadata"] = Messages(problems) },
    };

    public static ApiRefusal MissingScope(IEnumerable<string> needed, IEnumerable<string> provided) => new("missing_scope")
    {
        Details = { ["needed"] = string.Join(',', needed), ["provided"] = string.Join(',', provided) },
    };

    private static JsonObject Messages(IEnumerable<string> problems) =>
        new() { ["messages"] = Json.ToArray(problems.Select(p => $"[ERROR] {p}")) };
}
