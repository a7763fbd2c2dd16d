using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Timelines;

/// <summary>The details of a new timeline entry.</summary>
/// <param name="IncidentNumber">The incident whose timeline it is.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Source">How it was added.</param>
/// <param name="At">When it happened: the message's own time, or the time that was typed; stored as UTC.</param>
/// <param name="Text">What happened; plain text, 1 to 3000 characters once trimmed.</param>
/// <param name="AuthorName">Who said so, as a display name; guests, bots and people without an account have one too.</param>
public sealed record NewEntry(
    int IncidentNumber,
    EntryKind Kind,
    EntrySource Source,
    DateTimeOffset At,
    string Text,
    string AuthorName)
{
    /// <summary>Who said so; null for authors without an id.</summary>
    public PersonId? AuthorId { get; init; }

    /// <summary>The signal's state; null means fired. Only read for signals.</summary>
    public SignalState? SignalState { get; init; }

    /// <summary>The role that the author held then; null when none.</summary>
    public IncidentRole? ActorRole { get; init; }

    /// <summary>The system that it is about; null when no one said.</summary>
    public string? System { get; init; }

    /// <summary>The files that show it; empty when none.</summary>
    public IReadOnlyList<MessageFile> Files { get; init; } = [];

    /// <summary>The message that it was taken from; null when there is none.</summary>
    public MessagePlace? Message { get; init; }
}
