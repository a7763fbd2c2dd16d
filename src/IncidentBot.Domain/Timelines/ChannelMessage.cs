namespace IncidentBot.Domain.Timelines;

/// <summary>
/// One message of an incident's channel, identified by channel and ts. Events about it may arrive in any order
/// and more than once; the result is the same. All instants are UTC. Its rules are in <c>ChannelMessage.Merging.cs</c>.
/// </summary>
public sealed partial class ChannelMessage
{
    private readonly List<MessageVersion> _versions = [];
    private readonly List<MessageFile> _files = [];

    private ChannelMessage()
    {
    }

    /// <summary>The channel's id.</summary>
    public string Channel { get; private set; } = "";

    /// <summary>The message's id within its channel.</summary>
    public string Ts { get; private set; } = "";

    /// <summary>The id of the message that opened its thread; null when it is in none.</summary>
    public string? ThreadTs { get; private set; }

    /// <summary>The incident that the message belongs to; null for messages from before this was recorded.</summary>
    public int? IncidentNumber { get; private set; }

    /// <summary>Counts the changes; the concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>When it was written, UTC; read from its ts.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who wrote it; null for authors without an id, and until the message itself arrives.</summary>
    public PersonId? AuthorId { get; private set; }

    /// <summary>Who wrote it, as a display name; empty until the message itself arrives.</summary>
    public string AuthorName { get; private set; } = "";

    /// <summary>Written by a bot or another app.</summary>
    public bool IsBot { get; private set; }

    /// <summary>Written by a guest.</summary>
    public bool IsGuest { get; private set; }

    /// <summary>Its newest text, in the chat's own markup; may be empty when it only carries files.</summary>
    public string Text { get; private set; } = "";

    /// <summary>When its newest text was written, UTC, if that was an edit; null when it was never edited.</summary>
    public DateTimeOffset? EditedAt { get; private set; }

    /// <summary>When it was deleted in the chat, UTC; null when it was not. Its text is kept.</summary>
    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>True once the message itself arrived, not only a change or a deletion.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>
    /// Every text, one for each instant, in order of arrival; see <see cref="VersionsInOrder"/>.
    /// </summary>
    public IReadOnlyList<MessageVersion> Versions => _versions;

    /// <summary>The files that it carries, each once.</summary>
    public IReadOnlyList<MessageFile> Files => _files;
}

/// <summary>One text of a message.</summary>
public sealed class MessageVersion
{
    /// <summary>The text, in the chat's own markup; may be empty.</summary>
    public required string Text { get; init; }

    /// <summary>When it was written, UTC: the message's own time for the first one, else the edit's.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>A file that a message carries, or that belongs to an entry; never made public by the bot.</summary>
public sealed class MessageFile
{
    /// <summary>The file's id in the chat.</summary>
    public required string Id { get; init; }

    /// <summary>Its name, as uploaded.</summary>
    public required string Name { get; init; }

    /// <summary>Its media type; empty when the chat did not say.</summary>
    public required string MimeType { get; init; }

    /// <summary>The link to the file in the chat, for people who may see it; null when the chat gave none.</summary>
    public string? Permalink { get; init; }
}
