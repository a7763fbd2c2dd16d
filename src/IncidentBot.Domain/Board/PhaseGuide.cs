namespace IncidentBot.Domain.Board;

/// <summary>What the board says about a phase, whoever facilitates.</summary>
/// <param name="Question">The one question of the phase.</param>
/// <param name="Produces">What is there when it is over, a clause: "an order of events that everybody agrees on".</param>
public sealed record PhaseGuide(string Question, string Produces)
{
    /// <summary>What the meeting is to produce, said when the room is set.</summary>
    public const string Deliverables = "a timeline everybody agrees on, the gap in the system most worth closing, and two or three actions with a person and a date each";

    /// <summary>Who keeps the talk on the system, said when the room is set.</summary>
    public const string CallOut =
        "The facilitator keeps us on the system. Anybody may call out blame, the facilitator's too; the button below tells nobody who pressed it.";

    /// <summary>How the meeting is opened.</summary>
    public const string Opening =
        "We are here to understand and to improve, not to find a culprit. Everybody acted sensibly on what they could see; we look at systems and processes.";

    /// <summary>What brings the talk back when blame surfaces.</summary>
    public const string Redirect = "That was something a person did. What in the system made it a risky thing to do, or made it look like the right one?";

    /// <summary>How the meeting ends.</summary>
    public const string Thanks = "Thank you for talking so openly: that is what makes the next incident smaller. The write-up comes round for corrections. Any last thought?";

    /// <summary>Which action to choose when there are too many.</summary>
    public const string RankQuestion = "Which of these would most have reduced the chance of this incident?";

    /// <summary>The guide of a phase.</summary>
    /// <param name="kind">The phase.</param>
    public static PhaseGuide Of(AgendaPhaseKind kind) => kind switch
    {
        AgendaPhaseKind.SetTheRoom => new("Can we all start from the Prime Directive?", "a room in which it is safe to say what happened"),
        AgendaPhaseKind.OpenActions => new("What became of what we promised last time?", "a state for every open action"),
        AgendaPhaseKind.Timeline => new("What happened, in what order?", "an order of events that everybody agrees on; facts only, every \"why\" is parked"),
        AgendaPhaseKind.Whys => new("Why did the system allow this?", "the gap in the system most worth closing, in one sentence"),
        AgendaPhaseKind.Factors => new("What made it worse, harder to notice or harder to fix?", "the conditions that came together, a reasonable assumption among them"),
        AgendaPhaseKind.Actions => new("Which two or three things will we change?", "two or three actions, each with one person and a date"),
        AgendaPhaseKind.Close => new("Does every owner say yes?", "a yes from every owner, and the dates on which we look again"),
        AgendaPhaseKind.SystemsAnalysis => new("What in the system led here?", "contributing factors through all five lenses, and the gap most worth closing"),
        AgendaPhaseKind.CurrentIncident => new("What happened, what contributed, what will we change?", "timeline, factors and at most three actions"),
        AgendaPhaseKind.Patterns => new("What have we seen before?", "what comes back, named"),
        AgendaPhaseKind.ReadDraft => new("What is missing or wrong in the draft?", "a timeline and a summary that everybody has completed"),
        AgendaPhaseKind.Questions => new("What do you want to know from each other?", "questions and answers in this thread"),
        AgendaPhaseKind.Synthesis => new("What do the answers add up to?", "the gap, the factors, and two or three actions"),
        AgendaPhaseKind.SignOff => new("Is this right, and are these the actions?", "a sign-off from everybody who took part"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
