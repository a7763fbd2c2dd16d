using IncidentBot.Cards;
using IncidentBot.Commands;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;

namespace IncidentBot.Features.ServiceNames;

/// <summary>Answers <c>/incident services</c>, and "Rename" beside a service.</summary>
internal sealed class ServicesVerb(IncidentDb db, ModalOpener modals) : IVerb, IBlockActionHandler
{
    public bool Accepts(string arguments) => arguments.Length == 0;

    public static bool WaitsInModal(string arguments) => true;

    public async Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken) => await modals.AnswerAsync(
        request.Command, ServicesModal.Render(await db.ServicesSeenByAsync(request.Actor, cancellationToken)), cancellationToken);

    public Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken) =>
        modals.ShowAsync(request, ServicesModal.RenderRename(request.Action.Data), cancellationToken);
}
