using System.Text.Json.Serialization;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Slack.Handlers;

/// <summary>What becomes of a submitted modal ("Modals", response actions).</summary>
public sealed record ViewSubmissionResponse : IBlockCarrier
{
    private ViewSubmissionResponse(string? responseAction) => ResponseAction = responseAction;

    /// <summary>Closes this modal; the one below it shows again.</summary>
    public static ViewSubmissionResponse Close { get; } = new(responseAction: null);

    /// <summary>Closes all modals of the stack.</summary>
    public static ViewSubmissionResponse Clear { get; } = new("clear");

    /// <summary>"errors", "update", "push", "clear"; null closes this modal.</summary>
    public string? ResponseAction { get; }

    /// <summary>A sentence under each field, by block_id of an input block.</summary>
    [JsonPropertyName("errors")]
    public IReadOnlyDictionary<string, string>? FieldErrors { get; init; }

    /// <summary>The modal that comes in its place or on top.</summary>
    public Modal? View { get; init; }

    /// <summary>Keeps the modal open with errors under its fields. An error for an unknown block goes to the first field.</summary>
    /// <param name="errors">A sentence by block_id.</param>
    /// <returns>The response.</returns>
    public static ViewSubmissionResponse Errors(IReadOnlyDictionary<string, string> errors) => new("errors") { FieldErrors = errors };

    /// <summary>Keeps the modal open and puts a sentence under one field.</summary>
    /// <param name="block">The block_id; when it is no input block, the sentence goes to the first one.</param>
    /// <param name="sentence">What to do about it; plain text.</param>
    /// <returns>The response.</returns>
    public static ViewSubmissionResponse Error(string block, string sentence) =>
        Errors(new Dictionary<string, string> { [block] = sentence });

    /// <summary>Shows another modal in its place.</summary>
    /// <param name="view">The modal.</param>
    /// <returns>The response.</returns>
    public static ViewSubmissionResponse Update(Modal view) => new("update") { View = view };

    /// <summary>Shows another modal on top.</summary>
    /// <param name="view">The modal.</param>
    /// <returns>The response.</returns>
    public static ViewSubmissionResponse Push(Modal view) => new("push") { View = view };

    /// <inheritdoc/>
    public IReadOnlyList<BlockViolation> Violations() => View is null ? [] : BlockValidator.View(View);
}
