using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Timelines;

/// <summary>
/// One entry of an incident's curated timeline. Its text follows the message it came from until someone edits it in the
/// timeline; nothing is ever lost: earlier texts are kept, and removed entries are only hidden. All instants are UTC.
/// Its rules are in <c>TimelineEntry.Edits.cs</c> and <c>TimelineEntry.FromChat.cs</c>.
/// </summary>
public sealed partial class TimelineEntry
{
    /// <summary>The longest text of an entry, in characters.</summary>
    public const int TextLimit = 3000;

    /// <summary>The longest name of a system, in characters.</summary>
    public const int SystemLimit = 80;

    private readonly List<EarlierText> _earlierTexts = [];
    private readonly List<MessageFile> _files = [];

    private TimelineEntry()
    {
    }

    /// <summary>Identifies it for good; a version 7 Guid made by the caller.</summary>
    public Guid Id { get; private set; }

    /// <summary>Counts the changes; the concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>The incident whose timeline it is in.</summary>
    public int IncidentNumber { get; private set; }

    /// <summary>Event, signal, decision, note or fact.</summary>
    public EntryKind Kind { get; private set; }

    /// <summary>The signal's state; null unless it is one.</summary>
    public SignalState? SignalState { get; private set; }

    /// <summary>When it happened, UTC: the message's own time or the back-dated one, never the reaction's.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>What happened; plain text, 1 to 3000 characters.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Who said so; null for authors without an id.</summary>
    public PersonId? AuthorId { get; private set; }

    /// <summary>Who said so, as a display name.</summary>
    public string AuthorName { get; private set; } = "";

    /// <summary>The role that the author held then; null when none.</summary>
    public IncidentRole? ActorRole { get; private set; }

    /// <summary>The system that it is about; null when no one said.</summary>
    public string? System { get; private set; }

    /// <summary>How it was added.</summary>
    public EntrySource Source { get; private set; }

    /// <summary>The channel of the message that it was taken from; null when there is none.</summary>
    public string? Channel { get; private set; }

    /// <summary>The id of that message in its channel; null when there is none.</summary>
    public string? Ts { get; private set; }

    /// <summary>The id of the message that opened its thread; null when it is in none.</summary>
    public string? ThreadTs { get; private set; }

    /// <summary>When it was added, UTC.</summary>
    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>When someone last edited it in the timeline, UTC; null when no one did.</summary>
    public DateTimeOffset? EditedAt { get; private set; }

    /// <summary>Who last edited it in the timeline; null when no one did.</summary>
    public PersonId? EditedBy { get; private set; }

    /// <summary>True once its text was edited in the timeline: it no longer follows the message.</summary>
    public bool IsRewritten { get; private set; }

    /// <summary>Marked as one of the moments that matter.</summary>
    public bool IsStarred { get; private set; }

    /// <summary>Removed from the timeline; kept for the record.</summary>
    public bool IsRemoved { get; private set; }

    /// <summary>When its message was deleted in the chat, UTC; null when it was not. The entry stays.</summary>
    public DateTimeOffset? MessageDeletedAt { get; private set; }

    /// <summary>What information there was at that moment; null when not filled in.</summary>
    public string? InformationAvailable { get; private set; }

    /// <summary>What was decided then; null when not filled in.</summary>
    public string? Decision { get; private set; }

    /// <summary>An assumption that turned out wrong; null when not filled in.</summary>
    public string? Assumption { get; private set; }

    /// <summary>How people found out; null when not filled in.</summary>
    public string? LearnedHow { get; private set; }

    /// <summary>Its earlier texts, oldest first.</summary>
    public IReadOnlyList<EarlierText> EarlierTexts => _earlierTexts;

    /// <summary>The files that show it, a graph for instance; each once.</summary>
    public IReadOnlyList<MessageFile> Files => _files;

    /// <summary>True when someone edited it in the timeline: removing the reaction no longer removes it.</summary>
    public bool IsEdited => EditedAt is not null;
}

/// <summary>An earlier text of an entry.</summary>
public sealed class EarlierText
{
    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>When it was replaced, UTC.</summary>
    public required DateTimeOffset ReplacedAt { get; init; }

    /// <summary>Who replaced it in the timeline; null when the message itself was edited.</summary>
    public PersonId? ReplacedBy { get; init; }
}
