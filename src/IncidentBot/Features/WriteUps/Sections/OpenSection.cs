using IncidentBot.Domain.PostMortems;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.WriteUps.Sections;

/// <summary>
/// Answers "Open" beside a section with its form, or with the list of its items if it has any. A single chain of whys opens directly.
/// </summary>
internal sealed class OpenSection(PostMortemForms forms) : IBlockActionHandler
{
    public Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var key = PostMortemKey.ReadValue(request.Action.Data) with { OverviewId = PostMortemModals.OverviewOf(request) };
        return forms.OpenAsync(
            request,
            key.Number,
            asked => SectionTable.RefuseUnknown(key.Section) is { } unknown ? unknown : Render(asked, key),
            cancellationToken);
    }

    private static Modal Render(PostMortemRequest request, PostMortemKey key) => ItemListModal.IsNeeded(request.View, key.Section)
        ? ItemListModal.Render(request.View, key)
        : SectionModal.Render(request.View, key with { Item = NewItem(request, key.Section) });

    /// <summary>The first chain always has the same id, so that two people who start the whys at once write the same chain.</summary>
    private static Guid NewItem(PostMortemRequest request, string section) =>
        section == PostMortemPart.Whys ? request.PostMortem.WriteUp.WhyChain.Id : Guid.CreateVersion7(request.Now);
}
