using IncidentBot.Domain;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;

namespace IncidentBot.Features.PostMortems.Facilitating;

/// <summary>Answers "Facilitator": the picker, with those in the pool and why some are skipped.</summary>
internal sealed class OpenFacilitator(IncidentDb db, Dossiers dossiers, FacilitatorPicker picker, PostMortemHub hub) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = PostMortemKey.ReadValue(request.Action.Data).Number;
        if (await dossiers.FindOrTellAsync(request, number, cancellationToken) is { } dossier)
        {
            var key = new PostMortemKey(number, Hub: PostMortemHub.HubOf(request), Seen: dossier.PostMortem.Facilitator?.Value ?? "");
            var modal = await picker.RenderAsync(dossier, new PersonId(request.User.Id), key, cancellationToken);

            // People met for the first time were looked up at Slack: keep what it said.
            await db.SaveChangesAsync(cancellationToken);
            await hub.ShowAsync(request, modal, cancellationToken);
        }
    }
}
