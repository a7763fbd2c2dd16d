using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentBot.Slack.Payloads;

/// <summary>A view as Slack sends it back ("View object").</summary>
public sealed record ViewInfo
{
    /// <summary>The view id.</summary>
    public required string Id { get; init; }

    /// <summary>"modal" or "home".</summary>
    public string Type { get; init; } = "";

    /// <summary>The name that we gave it.</summary>
    public string CallbackId { get; init; } = "";

    /// <summary>The metadata that the app stored in the view.</summary>
    public string PrivateMetadata { get; init; } = "";

    /// <summary>The line at the top.</summary>
    public ViewText Title { get; init; } = new("");

    /// <summary>The submit button; null when there is none.</summary>
    public ViewText? Submit { get; init; }

    /// <summary>The close button; null when there is none.</summary>
    public ViewText? Close { get; init; }

    /// <summary>The state of the view, against races in views.update.</summary>
    public string Hash { get; init; } = "";

    /// <summary>The name of our own, when we gave it one.</summary>
    public string ExternalId { get; init; } = "";

    /// <summary>The first view of the stack.</summary>
    public string? RootViewId { get; init; }

    /// <summary>The view below it in the stack.</summary>
    public string? PreviousViewId { get; init; }

    /// <summary>The current values.</summary>
    public ViewState State { get; init; } = ViewState.Empty;

    /// <summary>The blocks as JSON, as Slack normalised them.</summary>
    public JsonElement? Blocks { get; init; }

    /// <summary>The ids of its input blocks, in order: the only keys that an errors response may have.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> InputBlockIds => Blocks is { ValueKind: JsonValueKind.Array } blocks
        ? [.. blocks.EnumerateArray().Where(IsInput).Select(block => block.GetProperty("block_id").GetString() ?? "")]
        : [];

    private static bool IsInput(JsonElement block) =>
        block.TryGetProperty("type", out var type) && type.ValueEquals("input") && block.TryGetProperty("block_id", out _);
}

/// <summary>A plain text of a view, as Slack sends it back.</summary>
/// <param name="Text">The text.</param>
public sealed record ViewText(string Text);
