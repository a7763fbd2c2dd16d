namespace IncidentBot.Domain.Board;

/// <summary>Questions for the facilitator to read out, one at a time.</summary>
public static class PromptCards
{
    /// <summary>They open up learning.</summary>
    public static IReadOnlyList<string> Learning { get; } =
    [
        "Which piece of information would have helped at that moment?",
        "What looked like the sensible thing to do at the time?",
        "Where did our picture of the system differ from reality?",
        "What surprised you?",
        "What was harder than you expected?",
        "If it happened again tomorrow, what would we do differently?",
        "What is the smallest change that would have prevented this?",
    ];

    /// <summary>They ask about a moment without judging it.</summary>
    public static IReadOnlyList<string> Moment { get; } =
    [
        "What did you know at that point?",
        "What went through your mind when you saw that?",
        "What would have made that decision easier?",
        "What did you hope would happen?",
        "How did you hear about it?",
    ];

    /// <summary>They lead from an action to the condition behind it.</summary>
    public static IReadOnlyList<string> Cause { get; } =
    [
        "What made the error possible at all?",
        "Which safeguards were there, and why did none of them catch it?",
        "What about the system contributed, no matter who was on duty?",
    ];

    /// <summary>They keep the conversation safe.</summary>
    public static IReadOnlyList<string> Safety { get; } =
    [
        "Say \"we\", not \"you\": the system belongs to all of us.",
        "Begin with \"Help me understand…\".",
        "This is how we get better: thank you for saying it.",
        "It was a stressful incident. It's fine to say so.",
        "We began with the Prime Directive; it still holds.",
    ];

    /// <summary>Five lenses on the system.</summary>
    public static IReadOnlyList<string> Lenses { get; } =
    [
        "Conditions: what had to be true for this to happen?",
        "Decisions: what information would have changed them?",
        "Communication: how did news travel, and where did it stop?",
        "Tools and processes: what could have prevented it?",
        "Environment: which pressures and limits were at play?",
    ];

    /// <summary>The facts of the timeline.</summary>
    public static IReadOnlyList<string> Facts { get; } =
    [
        "What happened next?",
        "Which options did you see?",
        "Which assumption turned out to be wrong?",
        "What filled the longest quiet period?",
    ];

    private static readonly string[] EarlierActions =
    [
        "What got in the way of this action?",
        "Is this action still worth doing?",
    ];

    private static readonly string[] Choosing =
    [
        "If we could change only one thing, what would it be?",
        "How will we know it worked?",
        "Could someone start on it tomorrow?",
    ];

    private static readonly string[] TakeAway =
    [
        "What helped us, so that we should keep doing it?",
        "What would another team want to know about this?",
        "Where will someone look for this in six months?",
    ];

    private static readonly string[] Recurring =
    [
        "Which earlier incident does this remind you of?",
        "What do these incidents have in common that we never changed?",
    ];

    /// <summary>The cards of a phase, the most fitting first; every card belongs to some phase.</summary>
    /// <param name="kind">The phase.</param>
    /// <returns>At least one.</returns>
    public static IReadOnlyList<string> For(AgendaPhaseKind kind) => kind switch
    {
        AgendaPhaseKind.Opening => Safety,
        AgendaPhaseKind.OpenActions => EarlierActions,
        AgendaPhaseKind.Timeline or AgendaPhaseKind.ReadDraft => [.. Facts, .. Moment],
        AgendaPhaseKind.Whys => [.. Cause, .. Learning],
        AgendaPhaseKind.Factors => [.. Learning, .. Lenses, .. TakeAway],
        AgendaPhaseKind.SystemsAnalysis => [.. Lenses, .. Cause],
        AgendaPhaseKind.CurrentIncident or AgendaPhaseKind.Questions => [.. Moment, .. Cause, .. Learning],
        AgendaPhaseKind.Patterns => Recurring,
        AgendaPhaseKind.Actions or AgendaPhaseKind.Synthesis => [.. Choosing, Learning[^1]],
        _ => [PhaseGuide.LastThoughts],
    };
}
