using System.Globalization;
using System.Text.Json.Serialization;

namespace IncidentBot.Features.IncidentLog;

/// <summary>One row of an exported file.</summary>
internal interface IExportRow
{
    /// <summary>The values in the order of the columns; lists are joined with a semicolon.</summary>
    IEnumerable<string?> Values();
}

/// <summary>One incident in the exported files; README.md describes the columns. A column keeps its name and its meaning.</summary>
internal sealed record ExportRow : IExportRow
{
    public required int Number { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public int? DurationMinutes { get; init; }

    /// <summary>SEV1 to SEV4, whatever the workspace calls them.</summary>
    public required string Severity { get; init; }

    public required string Status { get; init; }

    public string? Type { get; init; }

    public required string Kind { get; init; }

    public string? Service { get; init; }

    public required string Title { get; init; }

    public string? Summary { get; init; }

    public string? RootCause { get; init; }

    public IReadOnlyList<string> CauseClasses { get; init; } = [];

    public int ActionsDone { get; init; }

    public int Actions { get; init; }

    public IReadOnlyList<string> ActionItems { get; init; } = [];

    /// <summary>The address of the published write-up.</summary>
    public string? WriteUp { get; init; }

    public required bool Drill { get; init; }

    public required bool Private { get; init; }

    public int? DuplicateOf { get; init; }

    /// <summary>The incident whose post-mortem covers this one; its write-up is this one's too.</summary>
    public int? CoveredBy { get; init; }

    [JsonIgnore]
    public static IReadOnlyList<string> Columns { get; } =
    [
        "number", "started_at", "ended_at", "duration_minutes", "severity", "status", "type", "kind", "service", "title", "summary",
        "root_cause", "cause_classes", "actions_done", "actions", "action_items", "write_up", "drill", "private", "duplicate_of",
        "covered_by",
    ];

    public IEnumerable<string?> Values() =>
    [
        Text(Number), Text(StartedAt), Text(EndedAt), Text(DurationMinutes), Severity, Status, Type, Kind, Service, Title, Summary,
        RootCause, string.Join("; ", CauseClasses), Text(ActionsDone), Text(Actions), string.Join("; ", ActionItems), WriteUp,
        Text(Drill), Text(Private), Text(DuplicateOf), Text(CoveredBy),
    ];

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    /// <summary>UTC, to the second.</summary>
    public static string? Text(DateTimeOffset? at) =>
        at?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Text(bool value) => value ? "true" : "false";
}
