namespace IncidentBot.Slack.WebApi;

/// <summary>A channel or direct messages ("Conversation object").</summary>
public sealed record Conversation
{
    /// <summary>The id; opaque.</summary>
    public string Id { get; init; } = "";

    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Only members see it.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Nothing can be posted; bots are no members.</summary>
    public bool IsArchived { get; init; }

    /// <summary>The bot is a member.</summary>
    public bool IsMember { get; init; }

    /// <summary>Direct messages.</summary>
    public bool IsIm { get; init; }

    /// <summary>Shared with another organisation.</summary>
    public bool IsExtShared { get; init; }

    /// <summary>The other person of direct messages.</summary>
    public string? User { get; init; }

    /// <summary>The creator.</summary>
    public string Creator { get; init; } = "";

    /// <summary>When, in unix seconds.</summary>
    public long Created { get; init; }

    /// <summary>The topic.</summary>
    public ConversationText Topic { get; init; } = new();

    /// <summary>The description.</summary>
    public ConversationText Purpose { get; init; } = new();

    /// <summary>How many members, when asked for.</summary>
    public int? NumMembers { get; init; }

    /// <summary>Further properties; null if there are none.</summary>
    public ConversationProperties? Properties { get; init; }
}

/// <summary>Further properties of a channel.</summary>
public sealed record ConversationProperties
{
    /// <summary>Its canvas; null when it has none.</summary>
    public ConversationCanvas? Canvas { get; init; }
}

/// <summary>The canvas of a channel.</summary>
public sealed record ConversationCanvas
{
    /// <summary>The canvas's id, which is that of a file.</summary>
    public string FileId { get; init; } = "";
}

/// <summary>The topic or the description of a channel.</summary>
public sealed record ConversationText
{
    /// <summary>The text in Slack's escaping.</summary>
    public string Value { get; init; } = "";
}

/// <summary>One conversation.</summary>
public sealed record ConversationResponse
{
    /// <summary>The conversation.</summary>
    public Conversation Channel { get; init; } = new();
}

/// <summary>A page of conversations; may be short or empty and still not the last.</summary>
public sealed record ConversationListResponse
{
    /// <summary>The conversations.</summary>
    public IReadOnlyList<Conversation> Channels { get; init; } = [];
}
