namespace IncidentBot.Slack.Blocks;

/// <summary>A select menu with a fixed list.</summary>
/// <param name="ActionId">Names the action for its route.</param>
public sealed record StaticSelect(string ActionId) : IActionsElement, ISectionAccessory, IInputElement
{
    /// <summary>Characters in the placeholder.</summary>
    public const int MaxPlaceholderLength = 150;

    /// <inheritdoc/>
    public string Type => "static_select";

    /// <summary>The choices; either these or groups.</summary>
    public IReadOnlyList<Option> Options { get; init; } = [];

    /// <summary>The choices under headings.</summary>
    public IReadOnlyList<OptionGroup> OptionGroups { get; init; } = [];

    /// <summary>The initial choice; equal to one of the options.</summary>
    public Option? InitialOption { get; init; }

    /// <summary>Shown while nothing is chosen.</summary>
    public PlainText? Placeholder { get; init; }

    /// <summary>Asks again before the action is sent.</summary>
    public ConfirmationDialog? Confirm { get; init; }

    /// <summary>Has the cursor when the view opens; one element per view.</summary>
    public bool FocusOnLoad { get; init; }
}

/// <summary>A multi-select menu with a fixed list.</summary>
/// <param name="ActionId">Names the action for its route.</param>
public sealed record MultiStaticSelect(string ActionId) : IActionsElement, ISectionAccessory, IInputElement
{
    /// <inheritdoc/>
    public string Type => "multi_static_select";

    /// <summary>The choices; either these or groups.</summary>
    public IReadOnlyList<Option> Options { get; init; } = [];

    /// <summary>The choices under headings.</summary>
    public IReadOnlyList<OptionGroup> OptionGroups { get; init; } = [];

    /// <summary>The initial choices; each equal to one of the options.</summary>
    public IReadOnlyList<Option> InitialOptions { get; init; } = [];

    /// <summary>How many may be chosen; at least 1.</summary>
    public int? MaxSelectedItems { get; init; }

    /// <summary>Shown while nothing is chosen.</summary>
    public PlainText? Placeholder { get; init; }

    /// <summary>Asks again before the action is sent.</summary>
    public ConfirmationDialog? Confirm { get; init; }

    /// <summary>Has the cursor when the view opens; one element per view.</summary>
    public bool FocusOnLoad { get; init; }
}
