namespace IncidentBot.Domain.WriteUps;

/// <summary>What a printed write-up consists of, and in which order.</summary>
/// <param name="Key">Its name in settings and stored choices: "one-page".</param>
/// <param name="Name">How people see it; at most 75 characters.</param>
/// <param name="Parts">Its parts in their order.</param>
public sealed record WriteUpTemplate(string Key, string Name, IReadOnlyList<DocumentPart> Parts)
{
    /// <summary>The columns of its timeline, besides time and event, in their order.</summary>
    public IReadOnlyList<TimelineColumn> Columns { get; init; } = [];

    /// <summary>The columns of its actions, besides action, owner and due date, in their order.</summary>
    public IReadOnlyList<ActionColumn> ActionColumns { get; init; } = [];

    /// <summary>How its factors are grouped.</summary>
    public FactorGrouping Factors { get; init; }

    /// <summary>
    /// Limits the timeline to entries that people added and milestones; otherwise it also has recorded facts, such as changes of roles.
    /// </summary>
    public bool KeptEntriesOnly { get; init; }
}
