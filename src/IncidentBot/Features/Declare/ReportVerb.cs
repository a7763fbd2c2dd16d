using IncidentBot.Commands;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;

namespace IncidentBot.Features.Declare;

/// <summary>Answers <c>/incident report [title]</c>: the form of a past incident.</summary>
internal sealed class ReportVerb(DeclareOpener opener) : IVerb
{
    public bool Reads(string arguments) => true;

    public Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken) => opener.ShowAsync(
        request.Command.TriggerId, ReportModal.Render(SlackText.Unescape(request.Arguments), request.Command.ChannelId), cancellationToken);
}
