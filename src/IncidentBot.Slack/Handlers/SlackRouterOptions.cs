namespace IncidentBot.Slack.Handlers;

/// <summary>What an app decides about the dispatching of payloads.</summary>
public sealed class SlackRouterOptions
{
    /// <summary>Says whether a workspace is ours; the id is null where Slack sends none.</summary>
    public Func<string?, bool> AcceptsTeam { get; set; } = _ => true;

    /// <summary>Says whether an exception is a conflict with another change, after which loading and deciding again helps.</summary>
    public Func<Exception, bool> IsConflict { get; set; } = _ => false;

    /// <summary>How often a handler is tried when it meets conflicts.</summary>
    public int Attempts { get; set; } = 3;

    /// <summary>What a person reads when a handler failed.</summary>
    public string FailureSentence { get; set; } = "That did not work. Please try again in a moment; if it keeps failing, tell whoever runs this app.";

    /// <summary>What a person reads after a command that no handler has.</summary>
    public string UnknownCommandSentence { get; set; } = "This app does not know that command.";

    /// <summary>What a person of another workspace reads after a command.</summary>
    public string ForeignTeamSentence { get; set; } = "This app serves another workspace.";
}
