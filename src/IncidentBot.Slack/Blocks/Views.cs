using System.Text.Json.Serialization;

namespace IncidentBot.Slack.Blocks;

/// <summary>A view: a modal or someone's home tab ("Views" in Slack's reference).</summary>
public abstract record View
{
    /// <summary>Blocks in one view.</summary>
    public const int MaxBlocks = 100;

    /// <summary>Characters of private metadata: a key fits, data does not.</summary>
    public const int MaxPrivateMetadataLength = 3000;

    /// <summary>Characters in a callback_id or an external_id.</summary>
    public const int MaxIdLength = 255;

    /// <summary>Bytes of the whole view as JSON ("view_too_large").</summary>
    public const int MaxBytes = 250_000;

    /// <summary>The view's type on the wire.</summary>
    public abstract string Type { get; }

    /// <summary>The blocks.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public IReadOnlyList<Block> Blocks { get; init; } = [];

    /// <summary>Names the view for the routes of its submission and closing.</summary>
    public string? CallbackId { get; init; }

    /// <summary>Comes back with every payload of the view; readable, so no secret.</summary>
    public string? PrivateMetadata { get; init; }

    /// <summary>A name of our own, unique in the workspace, by which views.update finds it.</summary>
    public string? ExternalId { get; init; }
}

/// <summary>A modal ("Modals" in Slack's guides).</summary>
/// <param name="Title">The line at the top.</param>
public sealed record Modal(PlainText Title) : View
{
    /// <summary>Characters in the title.</summary>
    public const int MaxTitleLength = 24;

    /// <summary>Characters on the submit and the close button.</summary>
    public const int MaxButtonLength = 24;

    /// <inheritdoc/>
    public override string Type => "modal";

    /// <summary>The submit button; required with an input block.</summary>
    public PlainText? Submit { get; init; }

    /// <summary>The close button.</summary>
    public PlainText? Close { get; init; }

    /// <summary>Closing it closes the whole stack.</summary>
    public bool ClearOnClose { get; init; }

    /// <summary>Asks for a view_closed payload when it is closed.</summary>
    public bool NotifyOnClose { get; init; }
}

/// <summary>A home tab ("App Home" in Slack's guides).</summary>
public sealed record HomeView : View
{
    /// <inheritdoc/>
    public override string Type => "home";
}
