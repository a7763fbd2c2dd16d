using IncidentBot.Domain;
using IncidentBot.Domain.PostMortems;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Causes;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.WriteUps.Sections;

/// <summary>
/// Answers "Open" beside a section with its form, or with the list of its items if it has any. A single chain of whys opens directly.
/// </summary>
internal sealed class OpenSection(PostMortemForms forms, CauseSuggestions causes) : IBlockActionHandler
{
    public Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var key = PostMortemKey.ReadValue(request.Action.Data) with { OverviewId = PostMortemModals.OverviewOf(request) };
        return forms.OpenAsync(
            request,
            key.Number,
            asked => RenderAsync(asked, key, cancellationToken),
            cancellationToken);
    }

    private async Task<Result<Modal>> RenderAsync(PostMortemRequest request, PostMortemKey key, CancellationToken cancellationToken)
    {
        if (SectionTable.RefuseUnknown(key.Section) is { } unknown)
        {
            return unknown;
        }

        if (ItemListModal.IsNeeded(request.View, key.Section))
        {
            return ItemListModal.Render(request.View, key);
        }

        var form = key with { Item = NewItem(request, key.Section) };
        return SectionModal.Render(await causes.WithSuggestionsAsync(request, form, cancellationToken), form);
    }

    /// <summary>The first chain always has the same id, so that two people who start the whys at once write the same chain.</summary>
    private static Guid NewItem(PostMortemRequest request, string section) =>
        section == PostMortemPart.Whys ? request.PostMortem.WriteUp.WhyChain.Id : Guid.CreateVersion7(request.Now);
}
