using IncidentBot.Domain;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;

namespace IncidentBot.Features.WriteUps;

/// <summary>Answers "Preview".</summary>
internal sealed class PreviewWriteUp(PostMortemViews views, WriteUpSource source, PostMortemModals modals) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = PostMortemKey.ReadValue(request.Action.Data).Number;
        if (await views.FindOrReplyAsync(request, number, cancellationToken) is { } postMortemView)
        {
            await modals.ShowAsync(
                request, PreviewModal.Render(await source.OfAsync(postMortemView, cancellationToken)), cancellationToken);
        }
    }
}

/// <summary>Answers the choice of a template: the preview shows it at once.</summary>
internal sealed class ChooseTemplate(
    IncidentDb db, PostMortemViews views, WriteUpSource source, ISlackApi slack, TimeProvider time) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var (number, key) = PreviewModal.ReadTemplate(request.Action.Data);
        if (await views.FindOrReplyAsync(request, number, cancellationToken) is not { } postMortemView
            || !postMortemView.PostMortem.WriteUp.ChooseTemplate(key, new PersonId(request.User.Id), time.GetUtcNow()).Ok)
        {
            return;
        }

        await db.SaveChangesAsync(cancellationToken);
        if (request.View is { } view)
        {
            var preview = PreviewModal.Render(await source.OfAsync(postMortemView, cancellationToken));
            await slack.SendAsync(new ViewsUpdate(preview) { ViewId = view.Id }, cancellationToken);
        }
    }
}
