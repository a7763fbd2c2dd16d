using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox;

/// <summary>State keeps JSON as immutable elements, the wire builds it as nodes; here they meet.</summary>
internal static class Json
{
    public static JsonElement EmptyArray { get; } = Parse("[]");

    public static JsonSerializerOptions Wire { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    public static JsonElement ToElement(this JsonNode node) => JsonSerializer.SerializeToElement(node, Wire);

    public static JsonNode ToNode(this JsonElement element) => JsonSerializer.SerializeToNode(element, Wire)!;

    public static JsonArray ToArray(IEnumerable<string> values) => [.. values.Select(v => (JsonNode)v)];

    public static string ToText(JsonNode node) => node.ToJsonString(Wire);

    /// <summary>The property when it is there and not null.</summary>
    public static JsonElement? At(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    public static string? Text(this JsonElement element, string name) =>
        element.At(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static bool Flag(this JsonElement element, string name) => element.At(name) is { ValueKind: JsonValueKind.True };

    public static int? Number(this JsonElement element, string name) =>
        element.At(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) ? number : null;

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.At(name) is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray() : [];
}
