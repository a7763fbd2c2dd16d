using System.Text.Json.Serialization;
using IncidentBot.Delivery.Outbox;

namespace IncidentBot.Effects;

/// <summary>
/// Reads everything in an incident's channel and its threads, to make up for lost events. One page at
/// a time, from the newest message to the first: the row remembers how far it got, so an outage or a crash only means later.
/// </summary>
[Effect("read_channel")]
internal sealed record ReadChannel(int IncidentNumber) : IEffect
{
    /// <summary>Reads only the kind of channel and its members, no messages.</summary>
    public bool MembersOnly { get; init; }

    /// <summary>The oldest message read so far; null at the beginning.</summary>
    public string? ReadDownTo { get; init; }

    /// <summary>The cursor after a page without messages, which Slack sometimes returns; null otherwise.</summary>
    public string? Cursor { get; init; }

    /// <summary>The channel itself is read; what remains is in <see cref="Threads"/>.</summary>
    public bool IsAtTheFirstMessage { get; init; }

    /// <summary>The threads of the last page, which are read before the next one.</summary>
    public IReadOnlyList<string> Threads { get; init; } = [];

    /// <summary>The newest reply read so far in the first of them; null at its beginning.</summary>
    public string? ReadUpTo { get; init; }

    /// <summary>Where that thread's next page begins; null for its first.</summary>
    public string? ThreadCursor { get; init; }

    /// <summary>Nothing has been read yet.</summary>
    [JsonIgnore]
    public bool IsAtTheBeginning => this is { ReadDownTo: null, Cursor: null, IsAtTheFirstMessage: false, Threads: [] };

    /// <summary>With the first thread done.</summary>
    public ReadChannel WithoutFirstThread() => this with { Threads = [.. Threads.Skip(1)], ReadUpTo = null, ThreadCursor = null };
}
