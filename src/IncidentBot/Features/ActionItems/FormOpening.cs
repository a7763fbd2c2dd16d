using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;
using IncidentBot.Workspace;

namespace IncidentBot.Features.ActionItems;

/// <summary>How a form about an item opens.</summary>
internal sealed class FormOpening(ISlackApi slack, ModalOpener modals)
{
    /// <summary>The list that holds the button; null when it is elsewhere.</summary>
    public static OpenList? ListOf(BlockActionRequest request) =>
        request.View is { CallbackId: ActionListModal.CallbackId } list ? new OpenList(list.Id, list.PrivateMetadata) : null;

    /// <summary>A form replaces the notice that led to it; otherwise it opens on top.</summary>
    public Task ShowAsync(BlockActionRequest request, Modal form, CancellationToken cancellationToken) =>
        request.View is { CallbackId: ItemNoticeModal.CallbackId } notice
            ? slack.SendAsync(new ViewsUpdate(form) { ViewId = notice.Id }, cancellationToken)
            : modals.ShowAsync(request, form, cancellationToken);
}
