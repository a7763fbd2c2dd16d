using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.WebApi;

/// <summary>A method. Any of <see cref="Scopes"/> that fits the conversation allows it. It runs under the workspace's lock.</summary>
internal sealed record ApiMethod(string Name, string[] Scopes, string[] Required, Func<ApiContext, JsonObject> Run)
{
    /// <summary>False for methods that silently ignore a JSON body.</summary>
    public bool TakesJson { get; init; }

    /// <summary>False for the methods that issue tokens.</summary>
    public bool NeedsBotToken { get; init; } = true;
}
