namespace IncidentBot.Slack.Payloads;

/// <summary>Someone chose a global shortcut ("shortcut payloads").</summary>
public sealed record GlobalShortcut : InteractionRequest
{
    /// <summary>The shortcut's name in the manifest.</summary>
    public required string CallbackId { get; init; }
}

/// <summary>Someone chose a shortcut of a message ("message_action payloads"); the bot need not be in the channel.</summary>
public sealed record MessageShortcut : InteractionRequest
{
    /// <summary>The shortcut's name in the manifest.</summary>
    public required string CallbackId { get; init; }

    /// <summary>The channel of the message.</summary>
    public required ChannelReference Channel { get; init; }

    /// <summary>The message. In full: the "message" of <see cref="InteractionRequest.Raw"/>.</summary>
    public required SlackMessage Message { get; init; }

    /// <summary>Answers the person in the channel.</summary>
    public string ResponseUrl { get; init; } = "";
}

/// <summary>Someone types into an external select ("block_suggestion payloads").</summary>
public sealed record BlockSuggestion : InteractionRequest
{
    /// <summary>The route: the action_id of the menu.</summary>
    public required string ActionId { get; init; }

    /// <summary>The block of the menu.</summary>
    public string BlockId { get; init; } = "";

    /// <summary>The text typed so far.</summary>
    public string Value { get; init; } = "";

    /// <summary>The view of the menu; null in a message.</summary>
    public ViewInfo? View { get; init; }

    /// <summary>The channel of the message; null in a view.</summary>
    public ChannelReference? Channel { get; init; }
}
