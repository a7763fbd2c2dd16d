namespace IncidentBot.Slack.Payloads;

/// <summary>The person who acted, as in interaction payloads.</summary>
public sealed record UserReference
{
    /// <summary>The user id.</summary>
    public required string Id { get; init; }

    /// <summary>The workspace of the person; another one for people from a shared channel.</summary>
    public string? TeamId { get; init; }
}

/// <summary>Where it was done, as interaction payloads say it.</summary>
public sealed record ChannelReference
{
    /// <summary>The channel id.</summary>
    public required string Id { get; init; }

    /// <summary>The name; "directmessage" or "privategroup" where Slack hides it, so never a key.</summary>
    public string Name { get; init; } = "";
}

/// <summary>The workspace, as interaction payloads say it.</summary>
public sealed record TeamReference
{
    /// <summary>The workspace id.</summary>
    public required string Id { get; init; }
}

/// <summary>The container of the element that was used.</summary>
public sealed record ActionContainer
{
    /// <summary>"message", "view" or "message_attachment".</summary>
    public string Type { get; init; } = "";

    /// <summary>The message; null in a view.</summary>
    public string? MessageTs { get; init; }

    /// <summary>The thread of the message, when it stands in one.</summary>
    public string? ThreadTs { get; init; }

    /// <summary>The channel of the message; null in a view.</summary>
    public string? ChannelId { get; init; }

    /// <summary>The view; null in a message.</summary>
    public string? ViewId { get; init; }

    /// <summary>The message is shown to one person only and can be changed by its response_url alone.</summary>
    public bool IsEphemeral { get; init; }
}

/// <summary>An option as it comes back.</summary>
public sealed record SelectedOption
{
    /// <summary>The option's value.</summary>
    public string Value { get; init; } = "";
}
