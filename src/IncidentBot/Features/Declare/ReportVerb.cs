using IncidentBot.Commands;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Declare;

/// <summary>Answers <c>/incident report [title]</c>: the form of a past incident.</summary>
internal sealed class ReportVerb(ModalOpener modals) : IVerb
{
    public bool Accepts(string arguments) => true;

    public Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken) => modals.AnswerAsync(
        request.Command, ReportModal.Render(SlackText.Unescape(request.Arguments), request.Command.ChannelId), cancellationToken);
}
