using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.WebApi;

/// <summary>One method: any of <see cref="Scopes"/> that fits the conversation allows it; it runs under the workspace's lock.</summary>
internal sealed record ApiMethod(string Name, string[] Scopes, string[] Required, Func<ApiContext, JsonObject> Run)
{
    /// <summary>Methods that do not take JSON ignore such a body, without an error.</summary>
    public bool TakesJson { get; init; }

    /// <summary>Not so for the methods that hand tokens out.</summary>
    public bool NeedsBotToken { get; init; } = true;
}
