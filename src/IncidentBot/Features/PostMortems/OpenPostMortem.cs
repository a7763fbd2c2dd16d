using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.PostMortems;

/// <summary>Answers "Post-mortem" on the status card, the home tab and every reminder: opens the overview.</summary>
internal sealed class OpenPostMortem(PostMortemForms forms, Overviews overviews) : IBlockActionHandler
{
    public Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken) => forms.OpenAsync(
        request,
        PostMortemKey.ReadValue(request.Action.Data).Number,
        async asked => await overviews.RenderAsync(asked.View, cancellationToken),
        cancellationToken);
}
