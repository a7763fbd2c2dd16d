namespace IncidentBot.Slack.Payloads;

/// <summary>Someone submitted a modal ("view_submission payloads").</summary>
public sealed record ViewSubmission : InteractionRequest
{
    /// <summary>The modal with the submitted values.</summary>
    public required ViewInfo View { get; init; }

    /// <summary>Where to reply, for menus with response_url_enabled.</summary>
    public IReadOnlyList<ViewResponseUrl> ResponseUrls { get; init; } = [];
}

/// <summary>A way to answer into a chosen conversation.</summary>
public sealed record ViewResponseUrl
{
    /// <summary>The block of the menu.</summary>
    public string BlockId { get; init; } = "";

    /// <summary>The chosen conversation.</summary>
    public string ChannelId { get; init; } = "";

    /// <summary>Where to post.</summary>
    public string ResponseUrl { get; init; } = "";
}

/// <summary>Someone closed a modal that has notify_on_close ("view_closed payloads").</summary>
public sealed record ViewClosed : InteractionRequest
{
    /// <summary>The modal.</summary>
    public required ViewInfo View { get; init; }

    /// <summary>The whole stack was closed.</summary>
    public bool IsCleared { get; init; }
}
