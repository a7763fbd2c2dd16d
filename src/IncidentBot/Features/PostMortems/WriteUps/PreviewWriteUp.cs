using IncidentBot.Domain;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;

namespace IncidentBot.Features.PostMortems.WriteUps;

/// <summary>Answers "Preview".</summary>
internal sealed class PreviewWriteUp(Dossiers dossiers, WriteUpSource source, PostMortemHub hub) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = PostMortemKey.ReadValue(request.Action.Data).Number;
        if (await dossiers.FindOrTellAsync(request, number, cancellationToken) is { } dossier)
        {
            await hub.ShowAsync(request, PreviewModal.Render(await source.OfAsync(dossier, cancellationToken)), cancellationToken);
        }
    }
}

/// <summary>Answers the choice of a template: the preview shows it at once.</summary>
internal sealed class ChooseTemplate(IncidentDb db, Dossiers dossiers, WriteUpSource source, ISlackApi slack, TimeProvider time) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var (number, key) = PreviewModal.ReadTemplate(request.Action.Data);
        if (await dossiers.FindOrTellAsync(request, number, cancellationToken) is not { } dossier
            || !dossier.PostMortem.ChooseTemplate(key, new PersonId(request.User.Id), time.GetUtcNow()).Ok)
        {
            return;
        }

        await db.SaveChangesAsync(cancellationToken);
        if (request.View is { } view)
        {
            var preview = PreviewModal.Render(await source.OfAsync(dossier, cancellationToken));
            await slack.SendAsync(new ViewsUpdate(preview) { ViewId = view.Id }, cancellationToken);
        }
    }
}
