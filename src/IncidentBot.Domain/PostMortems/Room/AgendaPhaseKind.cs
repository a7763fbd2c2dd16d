namespace IncidentBot.Domain.PostMortems.Room;

/// <summary>What a phase of the meeting is for. The numbers are stored and never change.</summary>
public enum AgendaPhaseKind
{
    /// <summary>The Prime Directive and what the meeting is to produce (R43-R47).</summary>
    SetTheRoom = 1,

    /// <summary>What became of the actions of earlier post-mortems (R72, R83, R110).</summary>
    OpenActions = 2,

    /// <summary>What happened, in what order (R48-R53).</summary>
    Timeline = 3,

    /// <summary>Why the system allowed it: the chains of whys (R54-R61).</summary>
    Whys = 4,

    /// <summary>What made it worse or harder to catch (R62, R63).</summary>
    Factors = 5,

    /// <summary>The two or three things to change (R64-R69).</summary>
    Actions = 6,

    /// <summary>Read back, follow-up dates, thanks (R69, R77, R140).</summary>
    Close = 7,

    /// <summary>Five lenses on the system at once (R75).</summary>
    SystemsAnalysis = 8,

    /// <summary>Timeline, factors and actions of this incident in one go (R83).</summary>
    CurrentIncident = 9,

    /// <summary>What comes back across incidents (R83, R130).</summary>
    Patterns = 10,

    /// <summary>Without a meeting: everybody reads and completes the draft (R31).</summary>
    ReadDraft = 11,

    /// <summary>Without a meeting: questions in the thread (R31).</summary>
    Questions = 12,

    /// <summary>Without a meeting: the facilitator brings it together (R31).</summary>
    Synthesis = 13,

    /// <summary>Without a meeting: everybody signs off (R31).</summary>
    SignOff = 14,
}
