namespace IncidentBot.Slack.Blocks;

/// <summary>A radio button group: exactly one choice.</summary>
/// <param name="ActionId">Names the action for its route.</param>
public sealed record RadioButtons(string ActionId) : IActionsElement, ISectionAccessory, IInputElement
{
    /// <summary>Options in the group.</summary>
    public const int MaxOptions = 10;

    /// <inheritdoc/>
    public string Type => "radio_buttons";

    /// <summary>The choices.</summary>
    public IReadOnlyList<Option> Options { get; init; } = [];

    /// <summary>The initial choice; equal to one of the options.</summary>
    public Option? InitialOption { get; init; }

    /// <summary>Asks again before the action is sent.</summary>
    public ConfirmationDialog? Confirm { get; init; }

    /// <summary>Has the cursor when the view opens; one element per view.</summary>
    public bool FocusOnLoad { get; init; }
}

/// <summary>A checkbox group: any number of choices.</summary>
/// <param name="ActionId">Names the action for its route.</param>
public sealed record Checkboxes(string ActionId) : IActionsElement, ISectionAccessory, IInputElement
{
    /// <summary>Options in the group.</summary>
    public const int MaxOptions = 10;

    /// <inheritdoc/>
    public string Type => "checkboxes";

    /// <summary>The choices.</summary>
    public IReadOnlyList<Option> Options { get; init; } = [];

    /// <summary>The initial choices; each equal to one of the options.</summary>
    public IReadOnlyList<Option> InitialOptions { get; init; } = [];

    /// <summary>Asks again before the action is sent.</summary>
    public ConfirmationDialog? Confirm { get; init; }

    /// <summary>Has the cursor when the view opens; one element per view.</summary>
    public bool FocusOnLoad { get; init; }
}
