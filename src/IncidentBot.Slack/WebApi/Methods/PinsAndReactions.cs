using IncidentBot.Slack.Payloads;

namespace IncidentBot.Slack.WebApi;

/// <summary>pins.add: pins a message.</summary>
/// <param name="Channel">The channel id.</param>
/// <param name="Timestamp">The message.</param>
public sealed record PinsAdd(string Channel, string Timestamp) : ISlackRequest<SlackDone>
{
    /// <inheritdoc/>
    public string Method => "pins.add";
}

/// <summary>pins.remove: removes a pin.</summary>
/// <param name="Channel">The channel id.</param>
/// <param name="Timestamp">The message.</param>
public sealed record PinsRemove(string Channel, string Timestamp) : ISlackRequest<SlackDone>
{
    /// <inheritdoc/>
    public string Method => "pins.remove";
}

/// <summary>reactions.add: reacts to a message.</summary>
/// <param name="Channel">The channel id.</param>
/// <param name="Timestamp">The message.</param>
/// <param name="Name">The emoji, without colons.</param>
public sealed record ReactionsAdd(string Channel, string Timestamp, string Name) : ISlackRequest<SlackDone>
{
    /// <inheritdoc/>
    public string Method => "reactions.add";
}

/// <summary>reactions.remove: removes a reaction.</summary>
/// <param name="Channel">The channel id.</param>
/// <param name="Timestamp">The message.</param>
/// <param name="Name">The emoji, without colons.</param>
public sealed record ReactionsRemove(string Channel, string Timestamp, string Name) : ISlackRequest<SlackDone>
{
    /// <inheritdoc/>
    public string Method => "reactions.remove";
}

/// <summary>reactions.get: the reactions to a message, with everyone who reacted.</summary>
/// <param name="Channel">The channel id.</param>
/// <param name="Timestamp">The message.</param>
public sealed record ReactionsGet(string Channel, string Timestamp) : ISlackRequest<ReactionsResponse>
{
    /// <inheritdoc/>
    public string Method => "reactions.get";

    /// <summary>Names all people; Slack cuts the list otherwise.</summary>
    public bool Full { get; } = true;
}

/// <summary>A message with its reactions.</summary>
public sealed record ReactionsResponse
{
    /// <summary>The message.</summary>
    public SlackMessage Message { get; init; } = new();
}
