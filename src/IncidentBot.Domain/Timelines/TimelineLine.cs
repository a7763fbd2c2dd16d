using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Timelines;

/// <summary>One line of a timeline: an entry that people added, or a fact that the bot recorded.</summary>
/// <param name="At">When it happened, UTC.</param>
/// <param name="Kind">Its kind; <see cref="EntryKind.Fact"/> for what the bot recorded.</param>
/// <param name="Text">What happened; plain text that the caller escapes for its surface.</param>
public sealed record TimelineLine(DateTimeOffset At, EntryKind Kind, string Text)
{
    /// <summary>The signal's state; null unless it is one.</summary>
    public SignalState? SignalState { get; init; }

    /// <summary>Who did or said it; null for authors without an id and for milestones.</summary>
    public PersonId? ActorId { get; init; }

    /// <summary>Who did or said it, as a display name; empty for milestones.</summary>
    public string ActorName { get; init; } = "";

    /// <summary>The role that they hold; null when none.</summary>
    public IncidentRole? ActorRole { get; init; }

    /// <summary>True if people added it: an entry, a status update, or a milestone that someone gave.</summary>
    public bool IsContributed { get; init; }

    /// <summary>The entry behind it; null for facts, which no one can edit or remove.</summary>
    public TimelineEntry? Entry { get; init; }
}
