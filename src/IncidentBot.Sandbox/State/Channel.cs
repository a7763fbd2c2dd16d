using System.Collections.Immutable;

namespace IncidentBot.Sandbox.State;

internal sealed record ChannelNote(string Value, string Creator, long LastSet)
{
    public static ChannelNote Empty { get; } = new("", "", 0);
}

/// <summary>A channel or, when <see cref="DmUser"/> is set, the direct messages between the bot and that person.</summary>
internal sealed record Channel(string Id, string Name, string Creator, DateTimeOffset Created)
{
    public bool IsPrivate { get; init; }

    public bool IsGeneral { get; init; }

    public bool IsArchived { get; init; }

    /// <summary>Posting is restricted to some people; the bot can't post.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>The other company's workspace, if the channel is shared through Slack Connect.</summary>
    public string? SharedWith { get; init; }

    public string? DmUser { get; init; }

    public bool IsDm => DmUser is not null;

    public ImmutableList<string> Members { get; init; } = [];

    public ImmutableList<string> PreviousNames { get; init; } = [];

    public ChannelNote Topic { get; init; } = ChannelNote.Empty;

    public DateTimeOffset Updated { get; init; }

    /// <summary>The suffix of the message event and its subscription: message.channels, message.groups, message.im.</summary>
    public string Kind => IsDm ? "im" : IsPrivate ? "group" : "channel";
}
