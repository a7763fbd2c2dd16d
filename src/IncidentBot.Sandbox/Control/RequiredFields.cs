using System.Text.Json;

namespace IncidentBot.Sandbox.Control;

/// <summary>Reads the required fields of a request to /control.</summary>
internal static class RequiredFields
{
    public static string RequiredText(this JsonElement body, string name) => body.Text(name) ?? throw Missing(name);

    public static TimeSpan RequiredSeconds(this JsonElement body) =>
        TimeSpan.FromSeconds(body.Number("seconds") ?? throw Missing("seconds"));

    public static FormatException Missing(string name) => new($"The field \"{name}\" is missing.");
}
