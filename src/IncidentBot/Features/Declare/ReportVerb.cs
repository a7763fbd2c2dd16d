using IncidentBot.Commands;
using IncidentBot.People;
using IncidentBot.Slack.Handlers;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Declare;

/// <summary>Answers <c>/incident report [title]</c>: the form of a past incident.</summary>
internal sealed class ReportVerb(ModalOpener modals, PlainMessageText plainText) : IVerb
{
    public bool Accepts(string arguments) => true;

    public static bool WaitsInModal(string arguments) => true;

    public async Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        var title = await plainText.OfAsync(request.Arguments, cancellationToken);
        return await modals.AnswerAsync(request.Command, ReportModal.Render(title, request.Command.ChannelId), cancellationToken);
    }
}
