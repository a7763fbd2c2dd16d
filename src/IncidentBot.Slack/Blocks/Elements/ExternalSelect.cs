namespace IncidentBot.Slack.Blocks;

/// <summary>A select menu whose options the app is asked for (block_suggestion).</summary>
/// <param name="ActionId">Names the action for its route.</param>
public sealed record ExternalSelect(string ActionId) : IActionsElement, ISectionAccessory, IInputElement
{
    /// <inheritdoc/>
    public string Type => "external_select";

    /// <summary>The initial choice; equal to one of the options.</summary>
    public Option? InitialOption { get; init; }

    /// <summary>Characters typed before options are asked for; Slack's default is 3, 0 asks on opening.</summary>
    public int? MinQueryLength { get; init; }

    /// <summary>Shown while nothing is chosen.</summary>
    public PlainText? Placeholder { get; init; }

    /// <summary>Asks again before the action is sent.</summary>
    public ConfirmationDialog? Confirm { get; init; }

    /// <summary>Has the cursor when the view opens; one element per view.</summary>
    public bool FocusOnLoad { get; init; }
}
