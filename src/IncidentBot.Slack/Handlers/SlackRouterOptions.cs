namespace IncidentBot.Slack.Handlers;

/// <summary>How an app dispatches payloads.</summary>
public sealed class SlackRouterOptions
{
    /// <summary>
    /// Runs a handler. An application may repeat a handler after a conflicting change; each run has a new scope, so that the
    /// handler loads fresh data and decides again.
    /// </summary>
    public Func<Func<Task>, Task> Run { get; set; } = handle => handle();

    /// <summary>The message to a person when a handler fails.</summary>
    public string FailureSentence { get; set; } =
        "Something went wrong. Please try again in a moment. If it keeps happening, tell the people who run this app.";

    /// <summary>The message to a person after a command without a handler.</summary>
    public string UnknownCommandSentence { get; set; } = "This app does not know that command.";
}
