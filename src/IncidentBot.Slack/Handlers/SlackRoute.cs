namespace IncidentBot.Slack.Handlers;

/// <summary>The kind of request that a route handles.</summary>
public enum SlackRouteKind
{
    /// <summary>A slash command, by its name.</summary>
    Command,

    /// <summary>A button or menu, by action_id.</summary>
    Action,

    /// <summary>A submitted modal, by callback_id.</summary>
    Submission,

    /// <summary>A closed modal, by callback_id.</summary>
    Closed,

    /// <summary>A global shortcut, by callback_id.</summary>
    Shortcut,

    /// <summary>A shortcut of a message, by callback_id.</summary>
    MessageShortcut,

    /// <summary>An external select, by action_id.</summary>
    Options,

    /// <summary>An event, by its type.</summary>
    Event,
}

/// <summary>One entry of the route table.</summary>
/// <param name="Kind">The kind of request.</param>
/// <param name="Id">The command, action_id, callback_id or event type.</param>
/// <param name="Handler">Who answers; resolved from the services.</param>
/// <param name="Description">What it does, in one line.</param>
public sealed record SlackRoute(SlackRouteKind Kind, string Id, Type Handler, string Description)
{
    /// <summary>What people see in menus, of shortcuts; what can be typed after it, of commands; empty for the rest.</summary>
    public string Label { get; init; } = "";

    /// <summary>Whether a form opens, so that the person sees something when it takes long; see <see cref="IFormWait"/>.</summary>
    public bool OpensForm { get; init; }
}
