using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.WriteUps.Sections;

/// <summary>Answers "Edit" and "Add one more" in a list of items, and the buttons of the board: the form of one.</summary>
internal sealed class OpenItem(PostMortemViews views, PostMortemModals modals, TimeProvider time) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var asked = PostMortemKey.ReadValue(request.Action.Data);
        if (await views.FindOrReplyAsync(request, asked.Number, cancellationToken) is not { } postMortemView)
        {
            return;
        }

        var key = asked with
        {
            Item = asked.Item == default ? Guid.CreateVersion7(time.GetUtcNow()) : asked.Item,
            OverviewId = request.View is { } view ? PostMortemKey.Read(view.PrivateMetadata).OverviewId : "",
            List = request.View is { CallbackId: ItemListModal.CallbackId } list ? list.Id : "",
        };
        await modals.ShowAsync(request, SectionModal.Render(postMortemView, key), cancellationToken);
    }
}
