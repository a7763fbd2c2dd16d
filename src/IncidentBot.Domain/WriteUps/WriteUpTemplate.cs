namespace IncidentBot.Domain.WriteUps;

/// <summary>Which sections a printed write-up has, and in which order.</summary>
/// <param name="Key">Its name in settings and stored choices: "one-page".</param>
/// <param name="Name">How people see it; at most 75 characters.</param>
public sealed record WriteUpTemplate(string Key, string Name)
{
    /// <summary>The sections that come before all others, in their order; usually empty.</summary>
    public IReadOnlyList<DocumentSection> First { get; init; } = [];

    /// <summary>The sections that it leaves out.</summary>
    public IReadOnlyList<DocumentSection> Without { get; init; } = [];

    /// <summary>What it prints: the first sections, then all others in the order of the document, without those it leaves out.</summary>
    public IReadOnlyList<DocumentSection> Sections =>
        [.. First.Concat(WriteUpSections.All.Where(section => section.IsPrinted).Select(section => section.Id)).Except(Without)];

    /// <summary>The columns of its timeline, besides time and event, in their order.</summary>
    public IReadOnlyList<TimelineColumn> Columns { get; init; } = [];

    /// <summary>The columns of its actions, besides action, owner and due date, in their order.</summary>
    public IReadOnlyList<ActionColumn> ActionColumns { get; init; } = [];

    /// <summary>How its factors are grouped.</summary>
    public FactorGrouping Factors { get; init; }

    /// <summary>
    /// Limits the timeline to entries that people added and milestones; otherwise it also has recorded facts, such as changes of roles.
    /// </summary>
    public bool EntriesAndMilestonesOnly { get; init; }
}
