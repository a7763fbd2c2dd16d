using System.Globalization;
using IncidentBot.Domain;

namespace IncidentBot.Commands;

/// <summary>
/// What a button, a menu's option or a form carries, and how our messages are told apart: parts of text with a separator, such as
/// "12:3". Cards live long and people can send anything, so what is missing or unreadable reads as nothing: 0, an empty id or text, null.
/// </summary>
internal sealed class ButtonValue
{
    /// <summary>Between the parts of a form's metadata, in which a part may be a value with colons.</summary>
    public const char InForms = '|';

    private const char InButtons = ':';
    private const string DayFormat = "yyyyMMdd";

    private readonly string[] _parts;

    private ButtonValue(string[] parts) => _parts = parts;

    public int Count => _parts.Length;

    public static ButtonValue Read(string? value, char separator = InButtons) => new((value ?? "").Split(separator));

    /// <summary>The value of a button. A part is a number, an id, a day, a person, an enum's member or text without a colon.</summary>
    public static string Write(params IEnumerable<object?> parts) => string.Join(InButtons, parts.Select(Format));

    /// <summary>The metadata of a form; no part may contain its separator.</summary>
    public static string WriteForm(params IEnumerable<object?> parts) => string.Join(InForms, parts.Select(Format));

    public string Text(int part = 0) => part < _parts.Length ? _parts[part] : "";

    /// <summary>A number that is not negative; 0 for anything else, and no incident has that number.</summary>
    public int Number(int part = 0) =>
        int.TryParse(Text(part), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>The same for seconds since 1970.</summary>
    public long Seconds(int part) =>
        long.TryParse(Text(part), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0;

    public Guid Id(int part = 0) => Guid.TryParse(Text(part), CultureInfo.InvariantCulture, out var id) ? id : Guid.Empty;

    public DateOnly? Day(int part) =>
        DateOnly.TryParseExact(Text(part), DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>A member by its name; its number is no name.</summary>
    public TEnum? Member<TEnum>(int part = 0)
        where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(Text(part), out var member) && Enum.GetName(member) == Text(part) ? member : null;

    private static string Format(object? part) => part switch
    {
        null => "",
        Guid id => id.ToString("N"),
        DateOnly day => day.ToString(DayFormat, CultureInfo.InvariantCulture),
        PersonId person => person.Value,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => part.ToString() ?? "",
    };
}
