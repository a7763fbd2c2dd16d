namespace IncidentBot.Slack.WebApi;

/// <summary>
/// conversations.canvases.create: creates the canvas of a channel; a second one fails with "channel_canvas_already_exists".
/// </summary>
/// <param name="ChannelId">The channel id.</param>
/// <param name="DocumentContent">The content.</param>
public sealed record ConversationsCanvasesCreate(string ChannelId, CanvasDocument DocumentContent) : ISlackRequest<CanvasResponse>
{
    /// <inheritdoc/>
    public string Method => "conversations.canvases.create";
}

/// <summary>canvases.edit: changes a canvas.</summary>
/// <param name="CanvasId">The canvas.</param>
/// <param name="Changes">The changes.</param>
public sealed record CanvasesEdit(string CanvasId, IReadOnlyList<CanvasChange> Changes) : ISlackRequest<SlackDone>
{
    /// <inheritdoc/>
    public string Method => "canvases.edit";

    /// <summary>Replaces the whole content.</summary>
    /// <param name="canvasId">The canvas.</param>
    /// <param name="document">The new content.</param>
    /// <returns>The request.</returns>
    public static CanvasesEdit Replace(string canvasId, CanvasDocument document) => new(canvasId, [new CanvasChange("replace", document)]);
}

/// <summary>One change to a canvas; without a section, to all of it.</summary>
/// <param name="Operation">The operation, for example "replace".</param>
/// <param name="DocumentContent">The content.</param>
public sealed record CanvasChange(string Operation, CanvasDocument DocumentContent);

/// <summary>The content of a canvas ("Canvases").</summary>
/// <param name="Markdown">Markdown, at most a mebibyte.</param>
public sealed record CanvasDocument(string Markdown)
{
    /// <summary>Always "markdown".</summary>
    public string Type { get; } = "markdown";
}

/// <summary>A newly created canvas.</summary>
public sealed record CanvasResponse
{
    /// <summary>Its id, which is that of a file.</summary>
    public string CanvasId { get; init; } = "";
}
