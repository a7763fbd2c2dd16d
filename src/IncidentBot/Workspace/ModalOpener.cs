using IncidentBot.Domain;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Workspace;

/// <summary>Opens a modal for the person who asked for it. When Slack refuses, the person reads why and what to do.</summary>
internal sealed partial class ModalOpener(ISlackApi slack, FormWait wait, Replies replies, ILogger<ModalOpener> logger)
{
    public const string TooLate = "The form did not open in time. Please try again.";

    /// <summary>As the answer to a command.</summary>
    public async Task<SlashCommandResponse> AnswerAsync(SlashCommand command, Modal modal, CancellationToken cancellationToken) =>
        await OpenAsync(command.TriggerId, modal, cancellationToken) is { } refusal
            ? SlashCommandResponse.Ephemeral(Mrkdwn.Escape(refusal.Sentence))
            : SlashCommandResponse.Empty;

    /// <summary>Opens the modal for a caller that answers itself: why it did not open, or null when it did.</summary>
    public async Task<Refusal?> OpenAsync(string triggerId, Modal modal, CancellationToken cancellationToken)
    {
        NoteUnexpected(modal);
        var opened = await wait.ReplaceAsync(modal, cancellationToken)
            ?? await slack.SendAsync(new ViewsOpen(triggerId, modal), cancellationToken);
        return opened.Ok || IsClosed(opened) ? null : new Refusal(WhyNot(opened));
    }

    /// <summary>Opens the modal from a button, a menu or a shortcut: on top of the modal that holds it, if one does.</summary>
    public async Task ShowAsync(InteractionRequest request, Modal modal, CancellationToken cancellationToken)
    {
        NoteUnexpected(modal);
        var below = request is BlockActionRequest { View: { Type: "modal" } view } ? view : null;
        var shown = await wait.ReplaceAsync(modal, cancellationToken) is { } replaced ? replaced
            : below is null
            ? await slack.SendAsync(new ViewsOpen(request.TriggerId, modal), cancellationToken)
            : await slack.SendAsync(new ViewsPush(request.TriggerId, modal), cancellationToken);
        if (below is not null && shown.Error is "push_limit_reached")
        {
            // Slack stacks at most three modals, so this one replaces the topmost.
            shown = await slack.SendAsync(new ViewsUpdate(modal) { ViewId = below.Id }, cancellationToken);
        }

        if (!shown.Ok && !IsClosed(shown))
        {
            await replies.SendAsync(request, Mrkdwn.Escape(WhyNot(shown)), cancellationToken);
        }
    }

    /// <summary>Shows the modal in place of an open one, which needs no trigger.</summary>
    public async Task ReplaceAsync(string viewId, Modal modal, CancellationToken cancellationToken)
    {
        if (await wait.ReplaceAsync(modal, cancellationToken) is null)
        {
            await slack.SendAsync(new ViewsUpdate(modal) { ViewId = viewId }, cancellationToken);
        }
    }

    private void NoteUnexpected(Modal modal)
    {
        if (!wait.IsExpected)
        {
            Log.NotExpected(logger, modal.Title.Content);
        }
    }

    /// <summary>Only an update of a modal can find none: the person closed it instead of waiting.</summary>
    private static bool IsClosed(SlackResponse response) => response.Error is "not_found";

    private static string WhyNot(SlackResponse response) => response.Kind switch
    {
        SlackErrorKind.UserTiming => TooLate,
        SlackErrorKind.AuthDead => "Slack no longer accepts IncidentBot's token. Please tell the people who run IncidentBot.",
        _ => "Slack is having trouble, so the form did not open. Nothing is lost. Please try again in a minute.",
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Title} opened, but its route or its verb doesn't say that it opens a form")]
        public static partial void NotExpected(ILogger logger, string title);
    }
}
