using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;
using Microsoft.Extensions.Options;

namespace IncidentBot.Workspace;

/// <summary>
/// A form opens first and is filled in afterwards, if filling it in takes long: when a handler has shown nothing for
/// <see cref="Patience"/>, a modal says that the form is on its way, and whatever the handler then shows takes its place. So no lookup
/// in the database or at Slack costs anyone a form, and no handler has to think of it.
/// </summary>
internal sealed class FormWait(ISlackApi slack, FormCommands commands, TimeProvider time, IOptions<SlackRouterOptions> router) : IFormWait
{
    /// <summary>A trigger lives for three seconds, and the request to open the modal takes a part of them.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    /// <summary>In the modal, when the handler had nothing to show.</summary>
    public const string Done = "Done. You can close this window.";

    private readonly AsyncLocal<OpeningForm?> _current = new();

    /// <summary>Whether this request may open a form: its route or its verb says so.</summary>
    public bool IsExpected => _current.Value is not null;

    /// <summary>Shows the modal in place of the waiting one; null when there is none, and the caller opens the modal itself.</summary>
    public async Task<SlackResponse?> ReplaceAsync(Modal modal, CancellationToken cancellationToken) =>
        _current.Value is { } opening ? await opening.ReplaceAsync(modal, cancellationToken) : null;

    public async Task<SlashCommandResponse> RunAsync(
        SlashCommand command, Func<Task<SlashCommandResponse>> handle, CancellationToken cancellationToken)
    {
        if (!commands.MayOpen(command))
        {
            return await handle();
        }

        var answer = SlashCommandResponse.Empty;
        using var opening = new OpeningForm(slack, command.TriggerId, isOnTop: false);
        await RunAsync(opening, async () => answer = await handle(), cancellationToken);
        if (answer is { ResponseType: ResponseType.Ephemeral, Text: { } text })
        {
            var isShown = await opening.FinishAsync(answer.Blocks ?? [new SectionBlock(text)], cancellationToken);
            return isShown ? SlashCommandResponse.Empty : answer;
        }

        await opening.FinishAsync([new SectionBlock(Mrkdwn.Raw(Done))], cancellationToken);
        return answer;
    }

    public async Task RunAsync(InteractionRequest request, Func<Task> handle, CancellationToken cancellationToken)
    {
        using var opening = new OpeningForm(slack, request.TriggerId, request is BlockActionRequest { View.Type: "modal" });
        await RunAsync(opening, handle, cancellationToken);
        await opening.FinishAsync([new SectionBlock(Mrkdwn.Raw(Done))], cancellationToken);
    }

    private async Task RunAsync(OpeningForm opening, Func<Task> handle, CancellationToken cancellationToken)
    {
        using var handled = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var waiting = OpenWhenSlowAsync(opening, handled.Token);
        try
        {
            _current.Value = opening;
            await handle();
        }
        catch when (!cancellationToken.IsCancellationRequested)
        {
            await opening.FinishAsync([new SectionBlock(Mrkdwn.Escape(router.Value.FailureSentence))], cancellationToken);
            throw;
        }
        finally
        {
            await handled.CancelAsync();
            await waiting;
        }
    }

    /// <summary>Begins before the handler, because a call of SQLite returns only when it is over.</summary>
    private async Task OpenWhenSlowAsync(OpeningForm opening, CancellationToken handled)
    {
        await Task.Delay(Patience, time, handled).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!handled.IsCancellationRequested)
        {
            await opening.OpenAsync(CancellationToken.None);
        }
    }
}

/// <summary>Which commands may open a form; all others are answered in the channel, where no waiting modal may get in the way.</summary>
internal sealed record FormCommands(Func<SlashCommand, bool> MayOpen);

/// <summary>What a request shows first: the waiting modal, or what its handler has ready in time.</summary>
internal sealed class OpeningForm(ISlackApi slack, string triggerId, bool isOnTop) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private string? _waiting;
    private bool _isShown;

    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (!_isShown && triggerId.Length > 0)
            {
                var modal = new Modal("One moment") { Close = "Close", Blocks = [new SectionBlock(Mrkdwn.Raw(":hourglass: Opening…"))] };
                var opened = isOnTop
                    ? await slack.SendAsync(new ViewsPush(triggerId, modal), cancellationToken)
                    : await slack.SendAsync(new ViewsOpen(triggerId, modal), cancellationToken);
                _waiting = opened.Ok ? opened.Value.View.Id : null;
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task<SlackResponse?> ReplaceAsync(Modal modal, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            _isShown = true;
            return _waiting is { } id ? await slack.SendAsync(new ViewsUpdate(modal) { ViewId = id }, cancellationToken) : null;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The last word in a waiting modal that nothing has replaced; false when there is none.</summary>
    public async Task<bool> FinishAsync(IReadOnlyList<Block> blocks, CancellationToken cancellationToken) =>
        !_isShown && await ReplaceAsync(new Modal("IncidentBot") { Close = "Close", Blocks = blocks }, cancellationToken) is not null;

    public void Dispose() => _gate.Dispose();
}
