using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.PostMortems;

/// <summary>Answers "Post-mortem" on the status card, the home tab and every reminder: opens the overview.</summary>
internal sealed class OpenPostMortem(PostMortemViews views, PostMortemModals modals) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = PostMortemKey.ReadValue(request.Action.Data).Number;
        if (await views.FindOrReplyAsync(request, number, cancellationToken) is { } view)
        {
            await modals.ShowAsync(request, PostMortemOverview.Render(view), cancellationToken);
        }
    }
}
