using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;
using IncidentBot.Workspace;

namespace IncidentBot.PostMortems.Overview;

/// <summary>Shows a post-mortem's modals: the overview, with forms on top of it (Slack stacks three).</summary>
internal sealed class PostMortemModals(ISlackApi slack, ModalOpener modals, Replies replies, Overviews overviews)
{
    /// <summary>Opens a modal from a button: on top of the modal that holds the button, if one does.</summary>
    public Task ShowAsync(BlockActionRequest request, Modal modal, CancellationToken cancellationToken) =>
        modals.ShowAsync(request, modal, cancellationToken);

    /// <summary>Refreshes the views below the one that is about to close.</summary>
    public async Task RefreshAsync(PostMortemKey key, PostMortemView postMortemView, CancellationToken cancellationToken)
    {
        if (key.OverviewId.Length > 0)
        {
            var overview = await overviews.RenderAsync(postMortemView, cancellationToken);
            await slack.SendAsync(new ViewsUpdate(overview) { ViewId = key.OverviewId }, cancellationToken);
        }

        if (key.ListId.Length > 0)
        {
            var list = ItemListModal.Render(postMortemView, key with { ListId = "", Item = default });
            await slack.SendAsync(new ViewsUpdate(list) { ViewId = key.ListId }, cancellationToken);
        }
    }

    /// <summary>Answers a pressed button: refreshes the overview that holds it, or replies where the button is.</summary>
    public Task AnswerAsync(
        BlockActionRequest request, PostMortemView postMortemView, Mrkdwn sentence, CancellationToken cancellationToken) =>
        request.View is { CallbackId: PostMortemOverview.CallbackId } view
            ? RefreshAsync(new PostMortemKey(postMortemView.Number, OverviewId: view.Id), postMortemView, cancellationToken)
            : replies.SendAsync(request, sentence, cancellationToken);

    /// <summary>The view id of the overview that holds the button; empty when the button is elsewhere.</summary>
    public static string OverviewOf(BlockActionRequest request) =>
        request.View is { CallbackId: PostMortemOverview.CallbackId } view ? view.Id : "";
}
