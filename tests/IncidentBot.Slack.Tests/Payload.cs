using System.Text.Json;

namespace IncidentBot.Slack.Tests;

/// <summary>Recorded payloads of Slack, from the files beside these tests.</summary>
internal static class Payload
{
    public static JsonElement File(string name)
    {
        using var document = JsonDocument.Parse(
            System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Payloads", name + ".json")));
        return document.RootElement.Clone();
    }

    /// <summary>The envelopes of a file, which has one or an array of them.</summary>
    public static IReadOnlyList<JsonElement> Events(string name)
    {
        var root = File(name);
        return root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray()] : [root];
    }

    public static void AssertSame(string expected, JsonElement actual)
    {
        using var document = JsonDocument.Parse(expected);
        AssertSame(document.RootElement, actual);
    }

    public static void AssertSame(JsonElement expected, JsonElement actual) =>
        Assert.True(JsonElement.DeepEquals(expected, actual), $"expected {expected.GetRawText()}\nactual   {actual.GetRawText()}");
}
