using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Slack.Tests.Handlers;

/// <summary>The responses of the handler, and a record of its requests.</summary>
internal sealed class Script
{
    public List<object> Handled { get; } = [];

    public List<ScriptedHandler> Instances { get; } = [];

    public Queue<Exception> Failures { get; } = new();

    public SlashCommandResponse Command { get; set; } = SlashCommandResponse.Empty;

    public ViewSubmissionResponse Submission { get; set; } = ViewSubmissionResponse.Close;

    public BlockOptions Options { get; set; } = BlockOptions.None;

    /// <summary>Why the guard refuses everyone; null lets everyone in.</summary>
    public string? Refusal { get; set; }

    /// <summary>The workspace whose events the guard lets in; "any" for all, null while it is unknown.</summary>
    public string? OwnTeam { get; set; } = "any";
}

/// <summary>A guard that does what the script says.</summary>
internal sealed class ScriptedGuard(Script script) : ISlackGuard
{
    public Task<string?> RefuseAsync(SlackActor actor, CancellationToken cancellationToken) => Task.FromResult(script.Refusal);

    public Task<bool?> IsForUsAsync(IReadOnlyList<string> teams, CancellationToken cancellationToken) =>
        Task.FromResult<bool?>(script.OwnTeam is { } own ? own == "any" || teams.Contains(own) : null);
}

/// <summary>A handler of every kind, which gives the responses in the script.</summary>
internal sealed class ScriptedHandler(Script script) :
    ISlashCommandHandler, IBlockActionHandler, IViewSubmissionHandler, IViewClosedHandler,
    IGlobalShortcutHandler, IMessageShortcutHandler, IBlockOptionProvider, IEventHandler<MessagePosted>, IEventHandler<MessageEvent>
{
    public Task<SlashCommandResponse> HandleAsync(SlashCommand command, CancellationToken cancellationToken) =>
        PlayAsync(command, script.Command);

    public Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken) => PlayAsync(request, true);

    public Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken) =>
        PlayAsync(submission, script.Submission);

    public Task HandleAsync(ViewClosed closed, CancellationToken cancellationToken) => PlayAsync(closed, true);

    public Task HandleAsync(GlobalShortcut shortcut, CancellationToken cancellationToken) => PlayAsync(shortcut, true);

    public Task HandleAsync(MessageShortcut shortcut, CancellationToken cancellationToken) => PlayAsync(shortcut, true);

    public Task<BlockOptions> HandleAsync(BlockSuggestion suggestion, CancellationToken cancellationToken) =>
        PlayAsync(suggestion, script.Options);

    public Task HandleAsync(MessagePosted slackEvent, CancellationToken cancellationToken) => PlayAsync(slackEvent, true);

    public Task HandleAsync(MessageEvent slackEvent, CancellationToken cancellationToken) => PlayAsync(slackEvent, true);

    private Task<T> PlayAsync<T>(object payload, T answer)
    {
        script.Handled.Add(payload);
        script.Instances.Add(this);
        return script.Failures.TryDequeue(out var failure) ? Task.FromException<T>(failure) : Task.FromResult(answer);
    }
}
