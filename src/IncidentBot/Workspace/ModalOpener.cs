using IncidentBot.Domain;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Workspace;

/// <summary>Opens a modal for the person who asked for it. When Slack refuses, the person reads why and what to do.</summary>
internal sealed class ModalOpener(ISlackApi slack, Replies replies)
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
        var opened = await slack.SendAsync(new ViewsOpen(triggerId, modal), cancellationToken);
        return opened.Ok ? null : new Refusal(WhyNot(opened));
    }

    /// <summary>Opens the modal from a button, a menu or a shortcut: on top of the modal that holds it, if one does.</summary>
    public async Task ShowAsync(InteractionRequest request, Modal modal, CancellationToken cancellationToken)
    {
        var below = request is BlockActionRequest { View: { Type: "modal" } view } ? view : null;
        var shown = below is null
            ? await slack.SendAsync(new ViewsOpen(request.TriggerId, modal), cancellationToken)
            : await slack.SendAsync(new ViewsPush(request.TriggerId, modal), cancellationToken);
        if (below is not null && shown.Error is "push_limit_reached")
        {
            // Slack stacks at most three modals, so this one replaces the topmost.
            shown = await slack.SendAsync(new ViewsUpdate(modal) { ViewId = below.Id }, cancellationToken);
        }

        if (!shown.Ok)
        {
            await replies.SendAsync(request, Mrkdwn.Escape(WhyNot(shown)), cancellationToken);
        }
    }

    private static string WhyNot(SlackResponse response) => response.Kind switch
    {
        SlackErrorKind.UserTiming => TooLate,
        SlackErrorKind.AuthDead => "Slack no longer accepts IncidentBot's token. Please tell the people who run IncidentBot.",
        _ => "Slack is having trouble, so the form did not open. Nothing is lost. Please try again in a minute.",
    };
}
