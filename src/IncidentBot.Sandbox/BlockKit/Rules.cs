using System.Globalization;
using System.Text.Json;

namespace IncidentBot.Sandbox.BlockKit;

/// <summary>The words in which shapes are written down.</summary>
internal static class Rules
{
    public static Rule Anything { get; } = (_, _, _) => { };

    public static Rule Flag { get; } = (value, pointer, problems) =>
    {
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            problems.Add("must provide a boolean", pointer);
        }
    };

    public static Property Required(string name, Rule rule) => new(name, rule, IsRequired: true);

    public static Property Optional(string name, Rule rule) => new(name, rule);

    public static Property Type(string type) => Required("type", Word(type));

    public static Rule Text(int most, int least = 1) => (value, pointer, problems) =>
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            problems.Add("must provide a string", pointer);
            return;
        }

        var length = value.GetString()!.Length;
        if (length > most)
        {
            problems.Add($"must be less than {most + 1} characters", pointer);
        }
        else if (length < least)
        {
            problems.Add($"must be more than {least - 1} characters", pointer);
        }
    };

    public static Rule Word(params string[] allowed) => (value, pointer, problems) =>
    {
        if (value.ValueKind != JsonValueKind.String || !allowed.Contains(value.GetString(), StringComparer.Ordinal))
        {
            problems.Add($"value must be one of: {string.Join(", ", allowed)}", pointer);
        }
    };

    public static Rule Integer(long least, long most) => (value, pointer, problems) =>
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out var number))
        {
            problems.Add("must provide a number", pointer);
        }
        else if (number < least || number > most)
        {
            problems.Add($"must be between {least} and {most}", pointer);
        }
    };

    public static Rule NumberText { get; } = (value, pointer, problems) =>
    {
        if (value.ValueKind != JsonValueKind.String
            || !decimal.TryParse(value.GetString(), NumberStyles.Number, CultureInfo.InvariantCulture, out _))
        {
            problems.Add("must provide a number as a string", pointer);
        }
    };

    public static Rule Date { get; } = (value, pointer, problems) =>
    {
        if (value.ValueKind != JsonValueKind.String
            || !DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            problems.Add("must be a valid date in the format YYYY-MM-DD", pointer);
        }
    };

    public static Rule Time { get; } = (value, pointer, problems) =>
    {
        if (value.ValueKind != JsonValueKind.String
            || !TimeOnly.TryParseExact(value.GetString(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            problems.Add("must be a valid time in the format HH:mm", pointer);
        }
    };

    public static Rule List(Rule item, int most, int least = 1) => (value, pointer, problems) =>
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            problems.Add("must provide an array", pointer);
            return;
        }

        var count = value.GetArrayLength();
        if (count > most)
        {
            problems.Add($"no more than {most} items allowed", pointer);
        }
        else if (count < least)
        {
            problems.Add($"no fewer than {least} items allowed", pointer);
        }

        var index = 0;
        foreach (var entry in value.EnumerateArray())
        {
            item(entry, $"{pointer}/{index++}", problems);
        }
    };

    public static Rule Of(Shape shape) => shape.Check;

    /// <summary>Chooses the shape by the member "type".</summary>
    public static Rule ByType(IReadOnlyDictionary<string, Shape> shapes) => (value, pointer, problems) =>
    {
        var type = value.Text("type");
        if (type is null)
        {
            problems.Add("missing required field: type", pointer);
        }
        else if (shapes.TryGetValue(type, out var shape))
        {
            shape.Check(value, pointer, problems);
        }
        else
        {
            problems.Add($"unsupported type: {type}", $"{pointer}/type");
        }
    };
}
