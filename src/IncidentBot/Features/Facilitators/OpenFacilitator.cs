using IncidentBot.Domain;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;

namespace IncidentBot.Features.Facilitators;

/// <summary>Answers "Facilitator": opens the picker, with the pool and why some members are skipped.</summary>
internal sealed class OpenFacilitator(
    IncidentDb db, PostMortemViews views, FacilitatorPicker picker, PostMortemModals modals) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = PostMortemKey.ReadValue(request.Action.Data).Number;
        if (await views.FindOrReplyAsync(request, number, cancellationToken) is { } view)
        {
            var key = new PostMortemKey(
                number, OverviewId: PostMortemModals.OverviewOf(request), Seen: view.PostMortem.Facilitator?.Value ?? "");
            var modal = await picker.RenderAsync(view, new PersonId(request.User.Id), key, cancellationToken);

            // New people were looked up in Slack; save them.
            await db.SaveChangesAsync(cancellationToken);
            await modals.ShowAsync(request, modal, cancellationToken);
        }
    }
}
