using IncidentBot.Domain;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Surfaces;

namespace IncidentBot.Features.PostMortems.Sections;

/// <summary>Answers "Remove" in the list of factors or learnings.</summary>
internal sealed class RemoveItem(IncidentDb db, Dossiers dossiers, PostMortemHub hub, TimeProvider time) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var key = PostMortemKey.ReadValue(request.Action.Data);
        if (request.View is not { } list || await dossiers.FindOrTellAsync(request, key.Number, cancellationToken) is not { } dossier)
        {
            return;
        }

        var by = new PersonId(request.User.Id);
        Change(request.Action.ActionId, dossier.PostMortem, key, by, time.GetUtcNow());

        await db.RefreshBoardAsync(key.Number, time.GetUtcNow(), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await hub.RefreshAsync(key with { Hub = PostMortemKey.Read(list.PrivateMetadata).Hub, List = list.Id }, dossier, cancellationToken);
    }

    private static void Change(string action, PostMortem postMortem, PostMortemKey key, PersonId by, DateTimeOffset now)
    {
        switch (key.Section)
        {
            case SectionForms.Factors:
                postMortem.RemoveFactor(key.Item, by, now);
                break;
            case SectionForms.Learnings:
                postMortem.RemoveLearning(key.Item, by, now);
                break;
            case var _ when action == PostMortemActions.ChooseGap:
                postMortem.ChooseGap(key.Item, by, now);
                break;
            default:
                postMortem.RemoveWhyChain(key.Item, by, now);
                break;
        }
    }
}
