using IncidentBot.PostMortems;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Features.WriteUps;

/// <summary>Answers "Preview".</summary>
internal sealed class PreviewWriteUp(PostMortemForms forms, WriteUpSource source) : IBlockActionHandler
{
    public Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken) => forms.OpenAsync(
        request,
        PostMortemKey.ReadValue(request.Action.Data).Number,
        async asked => PreviewModal.Render(await source.OfAsync(asked.View, cancellationToken)),
        cancellationToken);
}

/// <summary>Answers the choice of a template, and refreshes the preview.</summary>
internal sealed class ChooseTemplate(PostMortemChanges changes, WriteUpSource source, ISlackApi slack) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var (number, key) = PreviewModal.ReadTemplate(request.Action.Data);
        var chosen = await changes.PressAsync(
            request, number, asked => asked.PostMortem.WriteUp.ChooseTemplate(key, asked.By, asked.Now), cancellationToken);
        if (chosen is not null && request.View is { } view)
        {
            var preview = PreviewModal.Render(await source.OfAsync(chosen.View, cancellationToken));
            await slack.SendAsync(new ViewsUpdate(preview) { ViewId = view.Id }, cancellationToken);
        }
    }
}
