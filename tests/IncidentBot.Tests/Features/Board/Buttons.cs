using System.Text.Json;
using IncidentBot.Sandbox.State;

namespace IncidentBot.Tests.Features.Board;

/// <summary>What can be pressed on a message.</summary>
internal static class Buttons
{
    public static IReadOnlyList<string> Of(Message message) => [.. All(message.Blocks)];

    private static IEnumerable<string> All(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(All),
        JsonValueKind.Object when element.TryGetProperty("type", out var type) && type.GetString() == "button" =>
            [element.GetProperty("text").GetProperty("text").GetString()!],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => All(property.Value)),
        _ => [],
    };
}
