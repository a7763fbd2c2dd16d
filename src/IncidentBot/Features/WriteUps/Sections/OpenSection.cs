using IncidentBot.Domain.PostMortems;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.WriteUps.Sections;

/// <summary>
/// Answers "Open" beside a section: its form, or the list of its items once there is one; a single chain of whys is opened at once.
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

    /// <summary>Two people who start the whys at once write the same chain.</summary>
    private static Guid NewItem(PostMortemRequest request, string section) =>
        section == PostMortemPart.Whys ? request.PostMortem.WriteUp.WhyChain.Id : Guid.CreateVersion7(request.Now);
}
