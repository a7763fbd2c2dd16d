using System.Text.Json.Serialization;

namespace IncidentBot.Slack.Payloads;

/// <summary>The item with the reaction.</summary>
public sealed record ReactionItem
{
    /// <summary>"message" where there is something to fetch.</summary>
    public string Type { get; init; } = "";

    /// <summary>The channel.</summary>
    public string Channel { get; init; } = "";

    /// <summary>The message.</summary>
    public string Ts { get; init; } = "";
}

/// <summary>A reaction was added or removed.</summary>
public abstract record ReactionEvent : SlackEvent
{
    /// <summary>Who.</summary>
    public required string User { get; init; }

    /// <summary>The emoji's name, perhaps with a skin tone ("thumbsup::skin-tone-2").</summary>
    public required string Reaction { get; init; }

    /// <summary>The message; its text and thread are to be fetched.</summary>
    public required ReactionItem Item { get; init; }

    /// <summary>The author of the message; null for some bots.</summary>
    public string? ItemUser { get; init; }

    /// <summary>The emoji's name without the skin tone.</summary>
    [JsonIgnore]
    public string Emoji => Reaction.Split("::")[0];
}

/// <summary>Someone reacted to a message ("reaction_added").</summary>
public sealed record ReactionAdded : ReactionEvent;

/// <summary>Someone removed a reaction ("reaction_removed").</summary>
public sealed record ReactionRemoved : ReactionEvent;
