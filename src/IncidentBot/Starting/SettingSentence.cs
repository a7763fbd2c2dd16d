using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;

namespace IncidentBot.Starting;

/// <summary>The sentence about a wrong setting, from its type: the environment variable, what it may be, and an example.</summary>
internal static class SettingSentence
{
    private const string Date = "yyyy-MM-dd";
    private const string Time = "HH:mm";

    public static string Name(SettingsSection section, PropertyInfo property) => $"{section.Name}__{property.Name}";

    public static bool CanRead(Type type, string text) => Nullable.GetUnderlyingType(type) is { } underlying
        ? text.Length == 0 || CanRead(underlying, text)
        : type switch
        {
            _ when type == typeof(bool) => bool.TryParse(text, out _),
            _ when type == typeof(int) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _),
            _ when type == typeof(TimeOnly) => TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out _),

            // Only one format, because "02/03/2026" means different days in different countries.
            _ when type == typeof(DateOnly) => DateOnly.TryParseExact(text, Date, CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            { IsEnum: true } => Enum.GetNames(type).Contains(text.Trim(), StringComparer.OrdinalIgnoreCase),
            _ => true,
        };

    public static string Of(SettingsSection section, PropertyInfo property, object defaults, string text)
    {
        var range = property.GetCustomAttribute<RangeAttribute>();
        var example = property.GetValue(defaults) ?? range?.Minimum;
        var isWrong = text.Length == 0 ? "is empty" : $"is \"{text}\"";
        return $"{Name(section, property)} {isWrong}. Set it to {Expected(property.PropertyType, range)}, for example {Text(example)}.";
    }

    public static string AnyOf(Type type) => string.Join(", ", Enum.GetNames(type)[..^1]) + " or " + Enum.GetNames(type)[^1];

    public static string Text(object? value) => value switch
    {
        TimeOnly time => time.ToString(Time, CultureInfo.InvariantCulture),
        DateOnly date => date.ToString(Date, CultureInfo.InvariantCulture),
        true => "true",
        false => "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static string Expected(Type type, RangeAttribute? range) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var kind when kind == typeof(bool) => "true or false",
        var kind when kind == typeof(int) =>
            range is null ? "a whole number" : $"a whole number from {Text(range.Minimum)} to {Text(range.Maximum)}",
        var kind when kind == typeof(TimeOnly) => "a time of day",
        var kind when kind == typeof(DateOnly) => "a date",
        { IsEnum: true } kind => AnyOf(kind),
        _ => "a value",
    };
}
