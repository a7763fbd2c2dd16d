using IncidentBot.Domain;
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
        if (key.Section == SectionForms.Factors)
        {
            dossier.PostMortem.RemoveFactor(key.Item, by, time.GetUtcNow());
        }
        else
        {
            dossier.PostMortem.RemoveLearning(key.Item, by, time.GetUtcNow());
        }

        await db.RefreshBoardAsync(key.Number, time.GetUtcNow(), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await hub.RefreshAsync(key with { Hub = PostMortemKey.Read(list.PrivateMetadata).Hub, List = list.Id }, dossier, cancellationToken);
    }
}
