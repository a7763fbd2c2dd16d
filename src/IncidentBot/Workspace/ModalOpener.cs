using IncidentBot.Domain;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Workspace;

/// <summary>Opens a modal for whoever asked for one. When Slack does not let it, they hear why and what to do.</summary>
internal sealed class ModalOpener(ISlackApi slack, Replies replies)
{
    /// <summary>As the answer to a command.</summary>
    public async Task<SlashCommandResponse> AnswerAsync(SlashCommand command, Modal modal, CancellationToken cancellationToken) =>
        await OpenAsync(command.TriggerId, modal, cancellationToken) is { } refusal
            ? SlashCommandResponse.Ephemeral(Mrkdwn.Escape(refusal.Sentence))
            : SlashCommandResponse.Empty;

    /// <summary>For whoever has an answer to give: why it was not opened; null when it was.</summary>
    public async Task<Refusal?> OpenAsync(string triggerId, Modal modal, CancellationToken cancellationToken)
    {
        var opened = await slack.SendAsync(new ViewsOpen(triggerId, modal), cancellationToken);
        return opened.Ok ? null : new Refusal(WhyNot(opened));
    }

    /// <summary>From a button, a menu or a shortcut: on top of the modal that it was pressed in, if it was in one.</summary>
    public async Task ShowAsync(InteractionRequest request, Modal modal, CancellationToken cancellationToken)
    {
        var below = request is BlockActionRequest { View: { Type: "modal" } view } ? view : null;
        var shown = below is null
            ? await slack.SendAsync(new ViewsOpen(request.TriggerId, modal), cancellationToken)
            : await slack.SendAsync(new ViewsPush(request.TriggerId, modal), cancellationToken);
        if (below is not null && shown.Error is "push_limit_reached")
        {
            // Slack stacks three modals: the topmost gives way.
            shown = await slack.SendAsync(new ViewsUpdate(modal) { ViewId = below.Id }, cancellationToken);
        }

        if (!shown.Ok)
        {
            await replies.TellAsync(request, Mrkdwn.Escape(WhyNot(shown)), cancellationToken);
        }
    }

    private static string WhyNot(SlackResponse response) => response.Kind switch
    {
        SlackErrorKind.UserTiming => "That took longer than Slack waits, so the form did not open. Please try once more.",
        SlackErrorKind.AuthDead => "Slack rejects IncidentBot: its token is no longer valid. Please tell whoever runs IncidentBot.",
        _ => "Slack is having trouble, so the form did not open. Nothing is lost. Please try again in a minute.",
    };
}
