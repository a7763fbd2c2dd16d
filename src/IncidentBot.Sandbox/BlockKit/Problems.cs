using System.Text.Json;

namespace IncidentBot.Sandbox.BlockKit;

/// <summary>A list of problems, each with Slack's json-pointer to its place.</summary>
internal sealed class Problems
{
    public List<string> Lines { get; } = [];

    public void Add(string what, string pointer) => Lines.Add($"{what} [json-pointer:{pointer}]");
}

/// <summary>Checks one value at one place.</summary>
internal delegate void Rule(JsonElement value, string pointer, Problems problems);

internal sealed record Property(string Name, Rule Rule, bool IsRequired = false);

/// <summary>The members an object may and must have; any other is refused, as is null.</summary>
internal sealed class Shape(params IReadOnlyList<Property> properties)
{
    private readonly Dictionary<string, Property> byName = properties.ToDictionary(p => p.Name, StringComparer.Ordinal);

    /// <summary>A check of several members together, made when each member is valid.</summary>
    public Rule? Also { get; init; }

    public void Check(JsonElement value, string pointer, Problems problems)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            problems.Add("must provide an object", pointer);
            return;
        }

        foreach (var member in value.EnumerateObject())
        {
            if (byName.TryGetValue(member.Name, out var property))
            {
                property.Rule(member.Value, $"{pointer}/{member.Name}", problems);
            }
            else
            {
                problems.Add($"invalid additional property: {member.Name}", pointer);
            }
        }

        foreach (var property in properties.Where(p => p.IsRequired && !value.TryGetProperty(p.Name, out _)))
        {
            problems.Add($"missing required field: {property.Name}", pointer);
        }

        Also?.Invoke(value, pointer, problems);
    }
}
