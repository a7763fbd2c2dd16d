namespace IncidentBot.Domain.Timelines;

/// <summary>What a reaction to a message asks the bot to do.</summary>
public enum ReactionMeaning
{
    /// <summary>Keep the message as an event.</summary>
    Event = 1,

    /// <summary>Keep it as a signal that fired.</summary>
    Signal = 2,

    /// <summary>Keep it as a signal that should have fired and did not.</summary>
    MissedSignal = 3,

    /// <summary>Keep it as a decision.</summary>
    Decision = 4,

    /// <summary>Park it as a question for the post-mortem.</summary>
    Question = 5,

    /// <summary>Collect it as an idea for an action.</summary>
    ActionIdea = 6,
}
