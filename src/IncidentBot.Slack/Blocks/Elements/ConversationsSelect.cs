namespace IncidentBot.Slack.Blocks;

/// <summary>A select menu of channels and conversations.</summary>
/// <param name="ActionId">Names the action for its route.</param>
public sealed record ConversationsSelect(string ActionId) : IActionsElement, ISectionAccessory, IInputElement
{
    /// <inheritdoc/>
    public string Type => "conversations_select";

    /// <summary>The conversation id chosen at first.</summary>
    public string? InitialConversation { get; init; }

    /// <summary>Starts with the conversation that the view was opened from.</summary>
    public bool DefaultToCurrentConversation { get; init; }

    /// <summary>Gives the submission a response_url for the chosen conversation; modal input only.</summary>
    public bool ResponseUrlEnabled { get; init; }

    /// <summary>Which conversations are offered.</summary>
    public ConversationFilter? Filter { get; init; }

    /// <summary>Shown while nothing is chosen.</summary>
    public PlainText? Placeholder { get; init; }

    /// <summary>Asks again before the action is sent.</summary>
    public ConfirmationDialog? Confirm { get; init; }

    /// <summary>Has the cursor when the view opens; one element per view.</summary>
    public bool FocusOnLoad { get; init; }
}

/// <summary>A conversation filter object: which conversations a menu offers.</summary>
public sealed record ConversationFilter
{
    /// <summary>Kinds: "im", "mpim", "private", "public"; empty means all.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>Leaves out channels shared with another organisation.</summary>
    public bool ExcludeExternalSharedChannels { get; init; }

    /// <summary>Leaves out conversations with bots.</summary>
    public bool ExcludeBotUsers { get; init; }
}
