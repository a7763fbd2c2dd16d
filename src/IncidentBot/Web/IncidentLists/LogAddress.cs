using System.Globalization;
using IncidentBot.Domain.IncidentLog;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Severities;
using IncidentBot.Features.IncidentLog;
using IncidentBot.Workspace;

namespace IncidentBot.Web.IncidentLists;

/// <summary>
/// The log as an address asks for it, so that a link shows someone else the same list. The words are those that people type after
/// <c>/incident log</c>; what is unreadable filters nothing.
/// </summary>
internal sealed record LogAddress(LogFilter Filter)
{
    private const string Day = "yyyy-MM-dd";
    private const int LongestText = 200;

    /// <summary>Words to search for; empty to list.</summary>
    public string Words { get; init; } = "";

    public bool OldestFirst { get; init; }

    /// <summary>The last row of the page before; null for the first page.</summary>
    public LogPlace? After { get; init; }

    /// <summary>How many results of a search come before this page.</summary>
    public int Skip { get; init; }

    public bool IsSearch => Words.Length > 0;

    public static LogAddress Read(IQueryCollection query)
    {
        string Text(string name) => query[name].ToString().Trim() is var typed && typed.Length > LongestText ? typed[..LongestText] : typed;
        string? Given(string name) => Text(name) is { Length: > 0 } text ? text : null;
        bool IsOn(string name) => Given(name) is not null;
        return new LogAddress(new LogFilter
        {
            Service = Given("service"),
            Severity = SeverityPolicy.All
                .FirstOrDefault(policy => policy.Word.Equals(Text("severity"), StringComparison.OrdinalIgnoreCase))?.Severity,
            Type = Enum.TryParse<IncidentType>(Text("type"), ignoreCase: true, out var type) && Enum.IsDefined(type) ? type : null,
            Cause = Given("cause"),
            From = DayOf(Text("from")),
            Until = DayOf(Text("to")),
            Mine = IsOn("mine"),
            OpenActions = IsOn("open-actions"),
            Drills = IsOn("drills"),
            Cancelled = IsOn("cancelled"),
        })
        {
            Words = Text("q"),
            OldestFirst = Text("sort") == "oldest",
            After = PlaceOf(Text("after")),
            Skip = int.TryParse(Text("skip"), NumberStyles.None, CultureInfo.InvariantCulture, out var skip) ? skip : 0,
        };
    }

    /// <summary>The address of this list, at its first page unless it says otherwise.</summary>
    /// <param name="ending">"", ".csv" or ".json".</param>
    public string Write(string ending = "") => PageAddresses.LogPath + ending + QueryString.Create(Parts());

    private IEnumerable<KeyValuePair<string, string?>> Parts()
    {
        (string Name, string? Value)[] parts =
        [
            ("q", IsSearch ? Words : null),
            ("service", Filter.Service),
            ("severity", Filter.Severity is { } severity ? SeverityPolicy.For(severity).Word : null),
            ("type", Filter.Type?.ToString().ToLowerInvariant()),
            ("cause", Filter.Cause),
            ("from", Write(Filter.From)),
            ("to", Write(Filter.Until)),
            ("mine", Flag(Filter.Mine)),
            ("open-actions", Flag(Filter.OpenActions)),
            ("drills", Flag(Filter.Drills)),
            ("cancelled", Flag(Filter.Cancelled)),
            ("sort", OldestFirst ? "oldest" : null),
            ("after", After is { } place ? FormattableString.Invariant($"{place.StartedAt.UtcTicks}-{place.Number}") : null),
            ("skip", Skip > 0 ? Skip.ToString(CultureInfo.InvariantCulture) : null),
        ];
        return parts.Where(part => part.Value is not null).Select(part => new KeyValuePair<string, string?>(part.Name, part.Value));
    }

    /// <summary>As the browser's field for a day has it.</summary>
    public static string? Write(DateOnly? day) => day?.ToString(Day, CultureInfo.InvariantCulture);

    private static string? Flag(bool isOn) => isOn ? "1" : null;

    private static DateOnly? DayOf(string text) =>
        DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static LogPlace? PlaceOf(string text) =>
        text.Split('-') is [var ticks, var number]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTime.MaxValue.Ticks
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var which)
            ? new LogPlace(new DateTimeOffset(at, TimeSpan.Zero), which)
            : null;
}
