namespace IncidentBot.Domain.Board;

/// <summary>What a phase of the meeting is for. The names are stored; see <c>JsonColumn</c> before renaming one.</summary>
public enum AgendaPhaseKind
{
    /// <summary>The Prime Directive and what the meeting should produce.</summary>
    Opening = 1,

    /// <summary>The status of the actions of earlier post-mortems.</summary>
    OpenActions = 2,

    /// <summary>What happened, in what order.</summary>
    Timeline = 3,

    /// <summary>Why the system allowed it: the chains of whys.</summary>
    Whys = 4,

    /// <summary>What made it worse or harder to catch.</summary>
    Factors = 5,

    /// <summary>The two or three things to change.</summary>
    Actions = 6,

    /// <summary>Learnings and actions are read out, the review dates are set.</summary>
    Close = 7,

    /// <summary>Five lenses on the system at once.</summary>
    SystemsAnalysis = 8,

    /// <summary>Timeline, factors and actions of this incident in one go.</summary>
    CurrentIncident = 9,

    /// <summary>What recurs across incidents.</summary>
    Patterns = 10,

    /// <summary>Without a meeting: everyone reads and completes the draft.</summary>
    ReadDraft = 11,

    /// <summary>Without a meeting: questions in the thread.</summary>
    Questions = 12,

    /// <summary>Without a meeting: the facilitator brings it together.</summary>
    Synthesis = 13,

    /// <summary>Without a meeting: everyone signs off.</summary>
    SignOff = 14,
}
