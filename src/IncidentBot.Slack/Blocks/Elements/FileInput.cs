namespace IncidentBot.Slack.Blocks;

/// <summary>A file input of a modal; reading uploads needs files:read.</summary>
/// <param name="ActionId">Names the action for its route.</param>
public sealed record FileInput(string ActionId) : IInputElement
{
    /// <summary>Most files that Slack takes.</summary>
    public const int MaxFileCount = 10;

    /// <inheritdoc/>
    public string Type => "file_input";

    /// <summary>Endings without the dot; empty takes all.</summary>
    public IReadOnlyList<string> Filetypes { get; init; } = [];

    /// <summary>How many files, 1 to 10.</summary>
    public int? MaxFiles { get; init; }
}
