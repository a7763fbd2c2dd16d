namespace IncidentBot.Domain.Incidents;

/// <summary>The moments that every incident has, in the order in which they usually come. The numbers are stored.</summary>
public enum Milestone
{
    /// <summary>The change that triggered the incident went live.</summary>
    Change = 1,

    /// <summary>The first symptom that anyone could have seen.</summary>
    FirstSymptom = 2,

    /// <summary>The first alert fired.</summary>
    FirstAlert = 3,

    /// <summary>Someone on call acknowledged it.</summary>
    Acknowledged = 4,

    /// <summary>The cause was known.</summary>
    CauseIdentified = 5,

    /// <summary>Users were no longer affected.</summary>
    Mitigated = 6,

    /// <summary>The fix went live.</summary>
    FixDeployed = 7,

    /// <summary>The service worked normally again.</summary>
    Recovered = 8,

    /// <summary>The all-clear was given.</summary>
    AllClear = 9,
}

/// <summary>The label of a milestone, as forms and documents show it.</summary>
/// <param name="Milestone">The milestone that this row is about.</param>
/// <param name="Label">Its words: "First symptom"; at most 48 characters.</param>
public sealed record MilestoneLabel(Milestone Milestone, string Label)
{
    /// <summary>One row for each milestone, in the usual order.</summary>
    public static IReadOnlyList<MilestoneLabel> All { get; } =
    [
        new(Milestone.Change, "Change went live"),
        new(Milestone.FirstSymptom, "First symptom"),
        new(Milestone.FirstAlert, "First alert"),
        new(Milestone.Acknowledged, "Acknowledged"),
        new(Milestone.CauseIdentified, "Cause identified"),
        new(Milestone.Mitigated, "Mitigated"),
        new(Milestone.FixDeployed, "Fix deployed"),
        new(Milestone.Recovered, "Service recovered"),
        new(Milestone.AllClear, "All clear"),
    ];

    /// <summary>The label of one milestone.</summary>
    /// <param name="milestone">One of the nine.</param>
    public static string For(Milestone milestone) => All[(int)milestone - 1].Label;
}

/// <summary>A milestone that is known.</summary>
public sealed class MilestoneMark
{
    /// <summary>Which moment it is.</summary>
    public required Milestone Milestone { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}
