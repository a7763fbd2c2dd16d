namespace IncidentBot.Slack.Handlers;

/// <summary>What an app decides about the dispatching of payloads.</summary>
public sealed class SlackRouterOptions
{
    /// <summary>Says whether a workspace is ours; the id is null where Slack sends none.</summary>
    public Func<string?, bool> AcceptsTeam { get; set; } = _ => true;

    /// <summary>
    /// Runs a handler. An application whose handlers may meet another change runs it again, each time in a fresh scope: what was
    /// loaded is then stale, and is loaded and decided again.
    /// </summary>
    public Func<Func<Task>, Task> Run { get; set; } = handle => handle();

    /// <summary>What a person reads when a handler failed.</summary>
    public string FailureSentence { get; set; } = "That did not work. Please try again in a moment; if it keeps failing, tell whoever runs this app.";

    /// <summary>What a person reads after a command that no handler has.</summary>
    public string UnknownCommandSentence { get; set; } = "This app does not know that command.";

    /// <summary>What a person of another workspace reads after a command.</summary>
    public string ForeignTeamSentence { get; set; } = "This app serves another workspace.";
}
