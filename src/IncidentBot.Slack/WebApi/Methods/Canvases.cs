namespace IncidentBot.Slack.WebApi;

/// <summary>conversations.canvases.create: gives a channel its canvas; a channel has one, a second is "channel_canvas_already_exists".</summary>
/// <param name="ChannelId">The channel id.</param>
/// <param name="DocumentContent">What stands in it.</param>
public sealed record ConversationsCanvasesCreate(string ChannelId, CanvasDocument DocumentContent) : ISlackRequest<CanvasResponse>
{
    /// <inheritdoc/>
    public string Method => "conversations.canvases.create";
}

/// <summary>canvases.edit: changes a canvas.</summary>
/// <param name="CanvasId">The canvas.</param>
/// <param name="Changes">What is done to it.</param>
public sealed record CanvasesEdit(string CanvasId, IReadOnlyList<CanvasChange> Changes) : ISlackRequest<SlackDone>
{
    /// <inheritdoc/>
    public string Method => "canvases.edit";

    /// <summary>Puts something else in the place of all that stands in it.</summary>
    /// <param name="canvasId">The canvas.</param>
    /// <param name="document">What stands in it from now on.</param>
    /// <returns>The request.</returns>
    public static CanvasesEdit Replace(string canvasId, CanvasDocument document) => new(canvasId, [new CanvasChange("replace", document)]);
}

/// <summary>One change of a canvas; without a section it is about the whole.</summary>
/// <param name="Operation">What is done, for instance "replace".</param>
/// <param name="DocumentContent">With what.</param>
public sealed record CanvasChange(string Operation, CanvasDocument DocumentContent);

/// <summary>What stands in a canvas ("Canvases").</summary>
/// <param name="Markdown">Markdown, at most a mebibyte.</param>
public sealed record CanvasDocument(string Markdown)
{
    /// <summary>Always "markdown".</summary>
    public string Type { get; } = "markdown";
}

/// <summary>A canvas that was made.</summary>
public sealed record CanvasResponse
{
    /// <summary>Its id, which is that of a file.</summary>
    public string CanvasId { get; init; } = "";
}
