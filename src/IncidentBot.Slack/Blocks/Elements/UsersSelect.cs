namespace IncidentBot.Slack.Blocks;

/// <summary>A select menu of people.</summary>
/// <param name="ActionId">Names the action for its route.</param>
public sealed record UsersSelect(string ActionId) : IActionsElement, ISectionAccessory, IInputElement
{
    /// <inheritdoc/>
    public string Type => "users_select";

    /// <summary>The user id chosen at first.</summary>
    public string? InitialUser { get; init; }

    /// <summary>Shown while nothing is chosen.</summary>
    public PlainText? Placeholder { get; init; }

    /// <summary>Asks again before the action is sent.</summary>
    public ConfirmationDialog? Confirm { get; init; }

    /// <summary>Has the cursor when the view opens; one element per view.</summary>
    public bool FocusOnLoad { get; init; }
}

/// <summary>A multi-select menu of people.</summary>
/// <param name="ActionId">Names the action for its route.</param>
public sealed record MultiUsersSelect(string ActionId) : IActionsElement, ISectionAccessory, IInputElement
{
    /// <inheritdoc/>
    public string Type => "multi_users_select";

    /// <summary>The user ids chosen at first.</summary>
    public IReadOnlyList<string> InitialUsers { get; init; } = [];

    /// <summary>How many may be chosen; at least 1.</summary>
    public int? MaxSelectedItems { get; init; }

    /// <summary>Shown while nothing is chosen.</summary>
    public PlainText? Placeholder { get; init; }

    /// <summary>Asks again before the action is sent.</summary>
    public ConfirmationDialog? Confirm { get; init; }

    /// <summary>Has the cursor when the view opens; one element per view.</summary>
    public bool FocusOnLoad { get; init; }
}
