using IncidentBot.Commands;
using IncidentBot.People;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Workspace;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.Declare.NearMisses;

/// <summary>Answers <c>/incident near-miss [what happened]</c> and "Report near miss" on the home tab.</summary>
internal sealed class OpenNearMiss(ModalOpener modals, PlainMessageText plainText, IOptions<IncidentsOptions> options)
    : IVerb, IBlockActionHandler
{
    private string Channel => options.Value.AnnouncementChannel;

    public bool Accepts(string arguments) => true;

    public static bool WaitsInModal(string arguments) => true;

    public async Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken)
    {
        var typed = await plainText.OfAsync(request.Arguments, cancellationToken);
        return await modals.AnswerAsync(request.Command, NearMissModal.Render(typed, Channel), cancellationToken);
    }

    public Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken) =>
        modals.ShowAsync(request, NearMissModal.Render("", Channel), cancellationToken);
}
