namespace IncidentBot.Domain.PostMortems.Documents;

/// <summary>A part of the printed write-up; one without content is left out.</summary>
public enum DocumentPart
{
    /// <summary>What happened, when, and its impact (R91).</summary>
    Summary,

    /// <summary>What it cost (R96).</summary>
    Impact,

    /// <summary>The named moments of the incident, each with its time (R95).</summary>
    Milestones,

    /// <summary>What happened in what order (R92-R94).</summary>
    Timeline,

    /// <summary>How long it took from one milestone to the next (R53).</summary>
    Gaps,

    /// <summary>The structural gap, one sentence (R97).</summary>
    StructuralGap,

    /// <summary>The chains of whys from top to bottom, each with its gap (R57).</summary>
    Whys,

    /// <summary>The contributing factors (R98).</summary>
    Factors,

    /// <summary>What went well (R99).</summary>
    WentWell,

    /// <summary>What could be better (R100).</summary>
    CouldBeBetter,

    /// <summary>What was understood (R101).</summary>
    Learnings,

    /// <summary>The learnings by where they land: runbooks, monitoring, testing, architecture, training (R105).</summary>
    Prevention,

    /// <summary>What will be changed, by whom and by when (R102).</summary>
    Actions,

    /// <summary>When it is looked at again (R103).</summary>
    FollowUp,

    /// <summary>What was put aside.</summary>
    Parked,
}
