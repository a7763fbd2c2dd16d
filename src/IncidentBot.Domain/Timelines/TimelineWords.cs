namespace IncidentBot.Domain.Timelines;

/// <summary>The kind of a timeline entry. The numbers are stored and never change.</summary>
public enum EntryKind
{
    /// <summary>Something that someone or something did.</summary>
    Event = 1,

    /// <summary>An alert or a symptom that someone could have noticed, or should have been able to.</summary>
    Signal = 2,

    /// <summary>Something that was decided.</summary>
    Decision = 3,

    /// <summary>Something worth keeping that is none of the others.</summary>
    Note = 4,

    /// <summary>Something that the bot recorded: a change of the incident itself.</summary>
    Fact = 5,
}

/// <summary>The state of a signal. The numbers are stored and never change.</summary>
public enum SignalState
{
    /// <summary>It fired.</summary>
    Fired = 1,

    /// <summary>It should have fired and did not.</summary>
    Missed = 2,

    /// <summary>A person noticed it, without any alert.</summary>
    Noticed = 3,
}

/// <summary>How an entry was added to the timeline. The numbers are stored and never change.</summary>
public enum EntrySource
{
    /// <summary>A reaction to a message.</summary>
    Reaction = 1,

    /// <summary>A pinned message.</summary>
    Pin = 2,

    /// <summary>The shortcut on a message.</summary>
    Shortcut = 3,

    /// <summary>A command such as <c>/incident note</c>.</summary>
    Command = 4,

    /// <summary>Written by hand, or a message chosen in the review list.</summary>
    Manual = 5,

    /// <summary>A change of the incident that the bot recorded.</summary>
    IncidentFact = 6,
}

/// <summary>What a reaction to a message asks the bot to do.</summary>
/// <param name="Id">The entry's value in menus; never changes its meaning.</param>
/// <param name="Word">The word that people read.</param>
/// <param name="Emoji">The emoji unless the settings name another; without colons.</param>
/// <param name="Kind">The kind of timeline entry that it makes; null when it makes none.</param>
/// <param name="State">The signal's state; null for other kinds.</param>
public sealed record ReactionMeaning(string Id, string Word, string Emoji, EntryKind? Kind = null, SignalState? State = null)
{
    /// <summary>Add the message as an event.</summary>
    public static readonly ReactionMeaning Event = new("event", "Event", "pushpin", EntryKind.Event);

    /// <summary>Add it as a signal that fired.</summary>
    public static readonly ReactionMeaning Signal =
        new("signal", "Signal", "satellite_antenna", EntryKind.Signal, SignalState.Fired);

    /// <summary>Add it as a signal that should have fired and did not.</summary>
    public static readonly ReactionMeaning MissedSignal =
        new("missed_signal", "Missed signal", "no_bell", EntryKind.Signal, SignalState.Missed);

    /// <summary>Add it as a decision.</summary>
    public static readonly ReactionMeaning Decision = new("decision", "Decision", "scales", EntryKind.Decision);

    /// <summary>Park it as a question for the post-mortem.</summary>
    public static readonly ReactionMeaning Question = new("question", "Question", "parking");

    /// <summary>Collect it as an idea for an action.</summary>
    public static readonly ReactionMeaning ActionIdea = new("action_idea", "Action idea", "hammer_and_wrench");

    /// <summary>Every meaning, in the order in which help lists them.</summary>
    public static IReadOnlyList<ReactionMeaning> All { get; } = [Event, Signal, MissedSignal, Decision, Question, ActionIdea];

    /// <summary>The entry that a message with this reaction should have; null when it makes none.</summary>
    public RequestedEntry? RequestedEntry => Kind is { } kind ? new RequestedEntry(kind, State, EntrySource.Reaction) : null;
}
