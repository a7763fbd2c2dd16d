namespace IncidentBot.Domain.WriteUps;

/// <summary>A part of the printed write-up; one without content is left out.</summary>
public enum DocumentPart
{
    /// <summary>What happened, when, and its impact.</summary>
    Summary,

    /// <summary>What it cost.</summary>
    Impact,

    /// <summary>The named moments of the incident, each with its time.</summary>
    Milestones,

    /// <summary>What happened in what order.</summary>
    Timeline,

    /// <summary>How long it took from one milestone to the next.</summary>
    Gaps,

    /// <summary>The structural gap, one sentence.</summary>
    StructuralGap,

    /// <summary>The chains of whys from top to bottom, each with its gap.</summary>
    Whys,

    /// <summary>The contributing factors.</summary>
    Factors,

    /// <summary>What went well.</summary>
    WentWell,

    /// <summary>What could be better.</summary>
    CouldBeBetter,

    /// <summary>The learnings.</summary>
    Learnings,

    /// <summary>The learnings by where they go: runbooks, monitoring, testing, architecture, training.</summary>
    Prevention,

    /// <summary>What will be changed, by whom and by when.</summary>
    Actions,

    /// <summary>The follow-up reviews.</summary>
    FollowUp,

    /// <summary>The parked points.</summary>
    Parked,
}
