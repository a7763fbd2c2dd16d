using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.PostMortems;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;

namespace IncidentBot.Features.WriteUps.Sections;

/// <summary>Answers "Remove" in the list of factors or learnings.</summary>
internal sealed class RemoveItem(IncidentDb db, PostMortemViews views, PostMortemModals modals, TimeProvider time) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var key = PostMortemKey.ReadValue(request.Action.Data);
        if (request.View is not { } list || await views.FindOrReplyAsync(request, key.Number, cancellationToken) is not { } view)
        {
            return;
        }

        var by = new PersonId(request.User.Id);
        Change(request.Action.ActionId, view.PostMortem, key, by, time.GetUtcNow());

        await db.RefreshBoardAsync(key.Number, time.GetUtcNow(), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await modals.RefreshAsync(
            key with { OverviewId = PostMortemKey.Read(list.PrivateMetadata).OverviewId, List = list.Id }, view, cancellationToken);
    }

    private static void Change(string action, PostMortem postMortem, PostMortemKey key, PersonId by, DateTimeOffset now)
    {
        switch (key.Section)
        {
            case WriteUpSections.Factors:
                postMortem.WriteUp.RemoveFactor(key.Item, by, now);
                break;
            case WriteUpSections.Learnings:
                postMortem.WriteUp.RemoveLearning(key.Item, by, now);
                break;
            case var _ when action == PostMortemActions.ChooseGap:
                postMortem.WriteUp.ChooseGap(key.Item, by, now);
                break;
            default:
                postMortem.WriteUp.RemoveWhyChain(key.Item, by, now);
                break;
        }
    }
}
