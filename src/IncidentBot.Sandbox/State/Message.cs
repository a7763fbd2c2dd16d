using System.Collections.Immutable;
using System.Text.Json;

namespace IncidentBot.Sandbox.State;

internal sealed record Reaction(string Name, ImmutableList<string> Users);

internal sealed record Edit(string User, string Ts);

internal sealed record Pin(string User, DateTimeOffset At);

internal sealed record Message(string Channel, string Ts, string User, string Text) : Surface
{
    /// <summary>The ts of the thread's first message if this is a reply; otherwise null.</summary>
    public string? ThreadTs { get; init; }

    /// <summary>A reply that is shown in the channel too.</summary>
    public bool IsBroadcast { get; init; }

    public string? Subtype { get; init; }

    /// <summary>The name that a classic webhook gives itself; it has no user then.</summary>
    public string? Username { get; init; }

    public string? BotId { get; init; }

    public string? AppId { get; init; }

    public string? ClientMsgId { get; init; }

    /// <summary>The only person who sees an ephemeral message, which no history returns; null for other messages.</summary>
    public string? EphemeralTo { get; init; }

    public Edit? Edited { get; init; }

    public Pin? Pin { get; init; }

    public ImmutableList<Reaction> Reactions { get; init; } = [];

    public ImmutableList<string> Files { get; init; } = [];

    public JsonElement? Attachments { get; init; }

    public JsonElement? Metadata { get; init; }

    /// <summary>The extra members of a system message: topic, old_name, name, inviter.</summary>
    public ImmutableDictionary<string, string> Details { get; init; } = ImmutableDictionary<string, string>.Empty;

    public bool IsEphemeral => EphemeralTo is not null;

    public bool IsReply => ThreadTs is not null;

    public bool IsTombstone => Subtype == "tombstone";
}
