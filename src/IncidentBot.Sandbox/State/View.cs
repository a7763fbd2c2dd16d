using System.Collections.Immutable;
using System.Text.Json;

namespace IncidentBot.Sandbox.State;

/// <summary>A modal or a home tab as one person sees it.</summary>
internal sealed record View(string Id, string User, string Hash) : Surface
{
    public const string ConnectionFailed = "We had some trouble connecting. Try again?";

    public required string RootId { get; init; }

    public string? PreviousId { get; init; }

    public bool IsHome { get; init; }

    public string Title { get; init; } = "";

    public string? Submit { get; init; }

    public string? Close { get; init; }

    /// <summary>What is written on the button that closes it.</summary>
    public string CloseLabel => Close ?? (Submit is null ? "Close" : "Cancel");

    public string CallbackId { get; init; } = "";

    public string ExternalId { get; init; } = "";

    public string PrivateMetadata { get; init; } = "";

    public bool ClearOnClose { get; init; }

    public bool NotifyOnClose { get; init; }

    /// <summary>The errors under the fields, by block_id.</summary>
    public ImmutableDictionary<string, string> Errors { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The error across the modal when the app did not answer properly.</summary>
    public string? Banner { get; init; }

    /// <summary>The channel of each response_url_enabled select; known after the submission.</summary>
    public JsonElement? ResponseUrls { get; init; }
}
