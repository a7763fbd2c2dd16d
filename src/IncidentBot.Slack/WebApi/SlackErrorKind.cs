namespace IncidentBot.Slack.WebApi;

/// <summary>What to do about an error of the Web API.</summary>
public enum SlackErrorKind
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>The wanted state already exists: treat the call as done.</summary>
    AlreadyDone,

    /// <summary>Too much at once; nothing happened. Wait as asked, then repeat.</summary>
    Throttled,

    /// <summary>Slack or the network has a problem: repeat later; check first when the effect is unknown.</summary>
    Transient,

    /// <summary>The effect is unknown (timeout, 5xx, not JSON): check first, then repeat.</summary>
    UnknownOutcome,

    /// <summary>The token is dead: stop, and tell the operator.</summary>
    AuthDead,

    /// <summary>A scope or a permission is missing: tell the administrator, do not repeat.</summary>
    Config,

    /// <summary>Slack refuses the arguments: a bug, so do not repeat.</summary>
    BadInput,

    /// <summary>The channel, message or person is gone or out of reach: repair or drop.</summary>
    TargetGone,

    /// <summary>The person was too late or too fast (trigger, view): ask them to press again.</summary>
    UserTiming,

    /// <summary>A code without a rule here, such as "name_taken", which the caller handles.</summary>
    Other,
}
