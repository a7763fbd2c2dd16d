using System.Globalization;
using System.Text.Json;

namespace IncidentBot.Sandbox.WebApi;

/// <summary>The arguments of a call, from form fields or JSON; a missing argument equals an empty one.</summary>
internal sealed class ApiArguments(IReadOnlyDictionary<string, JsonElement> values)
{
    public static ApiArguments Empty { get; } = new(new Dictionary<string, JsonElement>());

    public static ApiArguments FromForm(IEnumerable<KeyValuePair<string, string>> fields) =>
        new(
            fields
                .Where(f => f.Key != "token")
                .ToDictionary(f => f.Key, f => JsonSerializer.SerializeToElement(f.Value, Json.Wire), StringComparer.Ordinal));

    public static ApiArguments FromJson(JsonElement body) =>
        new(
            body.EnumerateObject()
                .Where(p => p.Value.ValueKind != JsonValueKind.Null)
                .ToDictionary(p => p.Name, p => p.Value.Clone(), StringComparer.Ordinal));

    public bool Has(string name) => Text(name).Length > 0;

    public string Text(string name) => !values.TryGetValue(name, out var value) ? ""
        : value.ValueKind == JsonValueKind.String ? value.GetString()!
        : value.GetRawText();

    public bool Flag(string name) => Text(name) is "true" or "1";

    public int Number(string name, int fallback) =>
        int.TryParse(Text(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : fallback;

    /// <summary>Ids separated by commas, or a JSON array of them.</summary>
    public IReadOnlyList<string> List(string name)
    {
        if (values.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.Array)
        {
            return [.. value.EnumerateArray().Select(v => v.GetString() ?? "")];
        }

        return Text(name).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>A nested value: JSON, or JSON text in a form field; anything else is refused with <paramref name="error"/>.</summary>
    public JsonElement? Nested(string name, JsonValueKind kind, string error)
    {
        if (!Has(name))
        {
            return null;
        }

        try
        {
            var value = values[name].ValueKind == JsonValueKind.String ? Json.Parse(Text(name)) : values[name];
            return value.ValueKind == kind ? value : throw new ApiRefusal(error);
        }
        catch (JsonException)
        {
            throw new ApiRefusal(error);
        }
    }

    /// <summary>For the call log.</summary>
    public override string ToString() => JsonSerializer.Serialize(values, Json.Wire);
}
