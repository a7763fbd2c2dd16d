namespace IncidentBot.Domain.Timelines;

/// <summary>A message as the chat shows it at one moment: as an event brings it, or as its history is read again.</summary>
/// <param name="Text">The text, in the chat's own markup; may be empty.</param>
/// <param name="AuthorName">Who wrote it, as a display name.</param>
public sealed record PostedMessage(string Text, string AuthorName)
{
    /// <summary>Who wrote it; null for authors without an id.</summary>
    public PersonId? AuthorId { get; init; }

    /// <summary>Written by a bot or another app.</summary>
    public bool IsBot { get; init; }

    /// <summary>Written by a guest.</summary>
    public bool IsGuest { get; init; }

    /// <summary>When the text was edited, if it was; null when this is the first text.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>
    /// When the chat showed it like this; null when that may be long ago. A text that changed without an edit, such as an unfolded
    /// link, counts from then.
    /// </summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>The files that it carries; empty when none.</summary>
    public IReadOnlyList<MessageFile> Files { get; init; } = [];
}
