using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;
using IncidentBot.Workspace;

namespace IncidentBot.Features.ActionItems;

/// <summary>Where a form about an item opens.</summary>
internal sealed class FormOpening(ISlackApi slack, ModalOpener modals)
{
    /// <summary>The list that was acted on; null when it was something else.</summary>
    public static OpenList? ListOf(BlockActionRequest request) =>
        request.View is { CallbackId: ActionListModal.CallbackId } list ? new OpenList(list.Id, list.PrivateMetadata) : null;

    /// <summary>A notice gives way to the form that follows from it; else it opens where it was asked for.</summary>
    public Task ShowAsync(BlockActionRequest request, Modal form, CancellationToken cancellationToken) =>
        request.View is { CallbackId: ItemNoticeModal.CallbackId } notice
            ? slack.SendAsync(new ViewsUpdate(form) { ViewId = notice.Id }, cancellationToken)
            : modals.ShowAsync(request, form, cancellationToken);
}
