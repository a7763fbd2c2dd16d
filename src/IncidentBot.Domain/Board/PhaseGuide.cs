namespace IncidentBot.Domain.Board;

/// <summary>What the board shows about a phase.</summary>
/// <param name="Question">The one question of the phase.</param>
/// <param name="DoneWhen">When the phase is done, as a clause: "everyone agrees on the order of events".</param>
public sealed record PhaseGuide(string Question, string DoneWhen)
{
    /// <summary>What the meeting should produce, shown at the start.</summary>
    public const string Deliverables = "a timeline everyone agrees on, the structural gap most worth closing, and two or three "
        + "actions, each with an owner and a date";

    /// <summary>The invitation to call out blame, shown at the start.</summary>
    public const string CallOut =
        "The facilitator keeps us focused on the system. Anyone can call out blame, even the facilitator's; the button below is anonymous.";

    /// <summary>The purpose of the meeting, shown at the start.</summary>
    public const string Opening =
        "We're here to understand and improve, not to blame. Everyone did what made sense with what they knew, so we look at "
            + "systems and processes.";

    /// <summary>What brings the conversation back to the system after blame.</summary>
    public const string Redirect = "That was something a person did. What in the system made it risky, or made it look right?";

    /// <summary>How the meeting ends.</summary>
    public const string Thanks = "Thank you for speaking openly. You'll get the draft for corrections.";

    /// <summary>The last question, before the meeting ends.</summary>
    public const string LastThoughts = "Any last thoughts?";

    /// <summary>The question that ranks the ideas.</summary>
    public const string RankQuestion = "Which of these would most have reduced the chance of this incident?";

    /// <summary>The guide of a phase.</summary>
    /// <param name="kind">The phase.</param>
    public static PhaseGuide Of(AgendaPhaseKind kind) => kind switch
    {
        AgendaPhaseKind.Opening => new("Can we all start from the Prime Directive?", "everyone feels safe to say what happened"),
        AgendaPhaseKind.OpenActions => new("What became of the actions from last time?", "every open action has a status"),
        AgendaPhaseKind.Timeline =>
            new("What happened, in what order?", "everyone agrees on the order of events; facts only, every \"why\" is parked"),
        AgendaPhaseKind.Whys => new("Why did the system allow this?", "the structural gap most worth closing is written in one sentence"),
        AgendaPhaseKind.Factors =>
            new(
                "What made it worse, harder to notice or harder to fix? What do we take away?",
                "the contributing conditions, what went well, what could be better and what we learned are written down"),
        AgendaPhaseKind.Actions => new("Which two or three things will we change?", "two or three actions, each with an owner and a date"),
        AgendaPhaseKind.Close =>
            new(
                "Does every owner accept?",
                "learnings and actions were read out, every owner has accepted, and the follow-up dates are set"),
        AgendaPhaseKind.SystemsAnalysis =>
            new("What in the system led here?", "contributing factors are listed for all five lenses, and the structural gap is named"),
        AgendaPhaseKind.CurrentIncident =>
            new("What happened, what contributed, what will we change?", "the timeline, the factors and at most three actions are agreed"),
        AgendaPhaseKind.Patterns => new("What have we seen before?", "recurring patterns are named"),
        AgendaPhaseKind.ReadDraft => new("What is missing or wrong in the draft?", "everyone has completed the timeline and the summary"),
        AgendaPhaseKind.Questions => new("What do you want to know from each other?", "the questions in this thread are answered"),
        AgendaPhaseKind.Synthesis =>
            new("What do the answers add up to?", "the structural gap, the factors, and two or three actions are written down"),
        AgendaPhaseKind.SignOff => new("Is the draft right, and are these the right actions?", "everyone who took part has signed off"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
