using System.Text.Json;

namespace IncidentBot.Sandbox.BlockKit;

/// <summary>What Slack refuses in a view.</summary>
internal static class ViewCheck
{
    public static IReadOnlyList<string> Problems(JsonElement view, string type) =>
        view.Text("type") == type && view.At("blocks") is { ValueKind: JsonValueKind.Array } ? [] : [$"missing required field: blocks [json-pointer:/view]"];
}
