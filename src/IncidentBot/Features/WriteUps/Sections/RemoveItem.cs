using IncidentBot.Domain;
using IncidentBot.Domain.PostMortems;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Causes;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.WriteUps.Sections;

/// <summary>Answers "Remove" in the list of factors or learnings.</summary>
internal sealed class RemoveItem(PostMortemChanges changes, PostMortemModals modals, GapCauses causes) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var key = PostMortemKey.ReadValue(request.Action.Data);
        if (request.View is { } list
            && await changes.PressAsync(
                request, key.Number, asked => ChangeAsync(request.Action.ActionId, key, asked, cancellationToken), cancellationToken)
                is { View: var view })
        {
            var below = key with { OverviewId = PostMortemKey.Read(list.PrivateMetadata).OverviewId, ListId = list.Id };
            await modals.RefreshAsync(below, view, cancellationToken);
        }
    }

    private async Task<Result> ChangeAsync(
        string action, PostMortemKey key, PostMortemRequest request, CancellationToken cancellationToken)
    {
        var (postMortem, by, now) = (request.PostMortem, request.By, request.Now);
        switch (key.Section)
        {
            case PostMortemPart.Factors:
                postMortem.WriteUp.RemoveFactor(key.Item, by, now);
                break;
            case PostMortemPart.Learnings:
                postMortem.WriteUp.RemoveLearning(key.Item, by, now);
                break;
            case var _ when action == PostMortemActions.ChooseGap:
                postMortem.WriteUp.ChooseGap(key.Item, by, now);
                break;
            default:
                postMortem.WriteUp.RemoveWhyChain(key.Item, by, now);
                await causes.RemoveAsync(key.Number, key.Item, cancellationToken);
                break;
        }

        return Result.Accepted;
    }
}
