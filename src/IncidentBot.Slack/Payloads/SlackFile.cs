using System.Text.Json.Serialization;

namespace IncidentBot.Slack.Payloads;

/// <summary>A file ("File object").</summary>
public sealed record SlackFile
{
    /// <summary>What a file without a name is called.</summary>
    public const string Nameless = "a file";

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

    /// <summary>The name that people see: the title, or the file name.</summary>
    [JsonIgnore]
    public string ShownName => Title.Length > 0 ? Title : Name.Length > 0 ? Name : Nameless;
}
