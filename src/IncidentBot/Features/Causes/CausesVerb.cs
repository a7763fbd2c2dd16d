using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Causes;

/// <summary>Answers <c>/incident causes</c>, and "Open" beside a class.</summary>
internal sealed class CausesVerb(CauseUses uses, ModalOpener modals) : IVerb, IBlockActionHandler
{
    public bool Accepts(string arguments) => arguments.Length == 0;

    public static bool WaitsInModal(string arguments) => true;

    public async Task<SlashCommandResponse> RunAsync(VerbRequest request, CancellationToken cancellationToken) => await modals.AnswerAsync(
        request.Command, CausesModal.Render(await uses.ListAsync(request.Actor, cancellationToken)), cancellationToken);

    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var id = ButtonValue.Read(request.Action.Data).Id();
        if (await uses.FindAsync(id, new PersonId(request.User.Id), cancellationToken) is { } page)
        {
            await modals.ShowAsync(request, CauseClassModal.Render(page), cancellationToken);
        }
    }
}
