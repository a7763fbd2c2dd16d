using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.PostMortems.Facilitating;

/// <summary>Answers "Facilitator": the picker.</summary>
internal sealed class OpenFacilitator(Dossiers dossiers, PostMortemHub hub) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = PostMortemKey.ReadValue(request.Action.Data).Number;
        if (await dossiers.FindOrTellAsync(request, number, cancellationToken) is { } dossier)
        {
            var key = new PostMortemKey(number, Hub: PostMortemHub.HubOf(request), Seen: dossier.PostMortem.Facilitator?.Value ?? "");
            await hub.ShowAsync(request, FacilitatorModal.Render(key, dossier.PostMortem.Facilitator, warning: null), cancellationToken);
        }
    }
}
