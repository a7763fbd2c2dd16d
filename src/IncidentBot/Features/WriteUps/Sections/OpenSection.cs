using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.WriteUps.Sections;

/// <summary>
/// Answers "Open" beside a section: its form, or the list of its items once there is one; a single chain of whys is opened at once.
/// </summary>
internal sealed class OpenSection(PostMortemViews views, PostMortemModals modals, TimeProvider time) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var key = PostMortemKey.ReadValue(request.Action.Data) with { OverviewId = PostMortemModals.OverviewOf(request) };
        if (await views.FindOrReplyAsync(request, key.Number, cancellationToken) is not { } view)
        {
            return;
        }

        var modal = ItemListModal.IsNeeded(view, key.Section)
            ? ItemListModal.Render(view, key)
            : SectionModal.Render(view, key with { Item = NewItem(view, key.Section) });
        await modals.ShowAsync(request, modal, cancellationToken);
    }

    /// <summary>Two people who start the whys at once write the same chain.</summary>
    private Guid NewItem(PostMortemView view, string section) =>
        section == WriteUpSections.Whys ? view.PostMortem.WriteUp.WhyChain.Id : Guid.CreateVersion7(time.GetUtcNow());
}
