using System.Text.Json;
using IncidentBot.Domain.Causes;

namespace IncidentBot.Benchmarks.Causes;

/// <summary>An incident with its labelled cause, as one line of JSON.</summary>
/// <param name="Text">What the incident says about its cause.</param>
/// <param name="Class">The labelled class; null if the line has none.</param>
internal sealed record CauseLine(CauseText Text, string? Class)
{
    public static CauseLine Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var line = document.RootElement;
        return new CauseLine(
            new CauseText(String(line, "text"), String(line, "factors"), String(line, "title"), String(line, "service")), ClassOf(line));
    }

    /// <summary>"class", or the first of "classes".</summary>
    private static string? ClassOf(JsonElement line)
    {
        if (String(line, "class") is { Length: > 0 } name)
        {
            return name;
        }

        return line.TryGetProperty("classes", out var all) && all.ValueKind == JsonValueKind.Array
            ? all.EnumerateArray().Select(each => each.GetString()).FirstOrDefault(each => !string.IsNullOrEmpty(each))
            : null;
    }

    private static string String(JsonElement line, string property) =>
        line.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
