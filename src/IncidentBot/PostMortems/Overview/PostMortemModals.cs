using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;
using IncidentBot.Workspace;

namespace IncidentBot.PostMortems.Overview;

/// <summary>The modals of a post-mortem in front of someone: the overview below, its forms on top of it (Slack stacks three).</summary>
internal sealed class PostMortemModals(ISlackApi slack, ModalOpener modals, Replies replies)
{
    /// <summary>Opens a modal from a button: on top of the modal that holds the button, if one does.</summary>
    public Task ShowAsync(BlockActionRequest request, Modal modal, CancellationToken cancellationToken) =>
        modals.ShowAsync(request, modal, cancellationToken);

    /// <summary>Refreshes the views below the one that is about to close. They may have been closed.</summary>
    public async Task RefreshAsync(PostMortemKey key, PostMortemView postMortemView, CancellationToken cancellationToken)
    {
        if (key.OverviewId.Length > 0)
        {
            await slack.SendAsync(
                new ViewsUpdate(PostMortemOverview.Render(postMortemView)) { ViewId = key.OverviewId }, cancellationToken);
        }

        if (key.List.Length > 0)
        {
            var list = ItemListModal.Render(postMortemView, key with { List = "", Item = default });
            await slack.SendAsync(new ViewsUpdate(list) { ViewId = key.List }, cancellationToken);
        }
    }

    /// <summary>After a button was pressed: refreshes the overview, or answers the person who pressed it elsewhere.</summary>
    public Task AnswerAsync(
        BlockActionRequest request, PostMortemView postMortemView, Mrkdwn sentence, CancellationToken cancellationToken) =>
        request.View is { CallbackId: PostMortemOverview.CallbackId } view
            ? RefreshAsync(new PostMortemKey(postMortemView.Number, OverviewId: view.Id), postMortemView, cancellationToken)
            : replies.SendAsync(request, sentence, cancellationToken);

    /// <summary>The overview that holds the button; empty when it is elsewhere.</summary>
    public static string OverviewOf(BlockActionRequest request) =>
        request.View is { CallbackId: PostMortemOverview.CallbackId } view ? view.Id : "";
}
