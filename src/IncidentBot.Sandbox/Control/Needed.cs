using System.Text.Json;

namespace IncidentBot.Sandbox.Control;

/// <summary>Fields that a request to /control must have.</summary>
internal static class Needed
{
    public static string NeededText(this JsonElement body, string name) => body.Text(name) ?? throw Missing(name);

    public static TimeSpan NeededSeconds(this JsonElement body) =>
        TimeSpan.FromSeconds(body.Number("seconds") ?? throw Missing("seconds"));

    public static FormatException Missing(string name) => new($"{name} is missing.");
}
