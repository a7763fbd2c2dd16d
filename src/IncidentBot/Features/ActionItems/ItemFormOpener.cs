using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;
using IncidentBot.Workspace;

namespace IncidentBot.Features.ActionItems;

/// <summary>Opens a form about an action item.</summary>
internal sealed class ItemFormOpener(ISlackApi slack, ModalOpener modals)
{
    /// <summary>The list with the button that was pressed; null when the button is elsewhere.</summary>
    public static OpenedList? ListOf(BlockActionRequest request) =>
        request.View is { CallbackId: ActionListModal.CallbackId } list
            ? new OpenedList(list.Id, list.PrivateMetadata, OverviewRefresh.Below(list))
            : null;

    /// <summary>The form replaces the result modal whose button was pressed; otherwise it opens on top.</summary>
    public Task ShowAsync(BlockActionRequest request, Modal form, CancellationToken cancellationToken) =>
        request.View is { CallbackId: ItemResultModal.CallbackId } result
            ? slack.SendAsync(new ViewsUpdate(form) { ViewId = result.Id }, cancellationToken)
            : modals.ShowAsync(request, form, cancellationToken);
}
