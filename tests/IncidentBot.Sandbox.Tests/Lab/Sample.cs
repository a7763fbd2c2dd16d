using System.Text.Json;

namespace IncidentBot.Sandbox.Tests.Lab;

/// <summary>Slack's sample payloads, and the comparison of shapes: the same members of the same kinds at every depth.</summary>
internal static class Sample
{
    public static JsonElement Load(string name) =>
        Json.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Payloads", name + ".json")));

    public static JsonElement Success(string method) => Load("33_api_success_by_method").GetProperty(method);

    /// <summary>Compares two shapes, except for the members in <paramref name="free"/>.</summary>
    public static void AssertShape(JsonElement expected, JsonElement actual, params string[] free)
    {
        var differences = new List<string>();
        Compare(expected, actual, "", free.ToHashSet(StringComparer.Ordinal), differences);
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    private static void Compare(JsonElement expected, JsonElement actual, string path, HashSet<string> free, List<string> differences)
    {
        if (expected.ValueKind == JsonValueKind.Null || actual.ValueKind == JsonValueKind.Null)
        {
            return;
        }

        if (Kind(expected) != Kind(actual))
        {
            differences.Add($"{path}: expected {expected.ValueKind}, got {actual.ValueKind}");
            return;
        }

        if (expected.ValueKind == JsonValueKind.Array && expected.GetArrayLength() > 0 && actual.GetArrayLength() > 0)
        {
            Compare(expected[0], actual[0], path + "/0", free, differences);
        }

        if (expected.ValueKind == JsonValueKind.Object)
        {
            Members(expected, actual, path, free, differences);
        }
    }

    private static void Members(JsonElement expected, JsonElement actual, string path, HashSet<string> free, List<string> differences)
    {
        var wanted = expected.EnumerateObject().ToDictionary(p => p.Name, p => p.Value);
        var given = actual.EnumerateObject().ToDictionary(p => p.Name, p => p.Value);
        foreach (var name in wanted.Keys.Union(given.Keys).Where(n => !free.Contains(n)))
        {
            if (!given.TryGetValue(name, out var value))
            {
                differences.Add($"{path}/{name}: missing");
            }
            else if (!wanted.TryGetValue(name, out var model))
            {
                differences.Add($"{path}/{name}: not in the sample");
            }
            else
            {
                Compare(model, value, $"{path}/{name}", free, differences);
            }
        }
    }

    private static JsonValueKind Kind(JsonElement element) =>
        element.ValueKind == JsonValueKind.False ? JsonValueKind.True : element.ValueKind;
}
