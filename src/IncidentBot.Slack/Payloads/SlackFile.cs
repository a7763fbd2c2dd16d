namespace IncidentBot.Slack.Payloads;

/// <summary>A file ("File object").</summary>
public sealed record SlackFile
{
    /// <summary>The file id.</summary>
    public required string Id { get; init; }

    /// <summary>The file name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The title that people see.</summary>
    public string Title { get; init; } = "";

    /// <summary>The media type.</summary>
    public string Mimetype { get; init; } = "";

    /// <summary>Its size in bytes.</summary>
    public long Size { get; init; }

    /// <summary>The person who shared the file.</summary>
    public string? User { get; init; }

    /// <summary>Its page in Slack.</summary>
    public string? Permalink { get; init; }

    /// <summary>Its content, for a caller with the token and files:read.</summary>
    public string? UrlPrivate { get; init; }
}
