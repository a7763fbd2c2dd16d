namespace IncidentBot.Domain.Timelines;

/// <summary>What an entry of the timeline is. The numbers are stored and never change.</summary>
public enum EntryKind
{
    /// <summary>Something that someone or something did.</summary>
    Event = 1,

    /// <summary>Something that fired or could be noticed, or should have been.</summary>
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

/// <summary>How an entry came into the timeline. The numbers are stored and never change.</summary>
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

    /// <summary>Written, or picked from the channel's record, in the review list.</summary>
    Manual = 5,

    /// <summary>A change of the incident that the bot recorded.</summary>
    IncidentFact = 6,
}
