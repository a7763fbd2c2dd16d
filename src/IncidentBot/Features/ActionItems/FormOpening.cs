using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Features.ActionItems;

/// <summary>Where a form opens: on top of the modal that was acted on, in the place of a notice, else on its own.</summary>
internal static class FormOpening
{
    /// <summary>The list that was acted on; null when it was something else.</summary>
    public static OpenList? List(this BlockActionRequest request) =>
        request.View is { CallbackId: ActionListModal.CallbackId } list ? new OpenList(list.Id, list.PrivateMetadata) : null;

    public static async Task ShowFormAsync(this ISlackApi slack, BlockActionRequest request, Modal form, CancellationToken cancellationToken) =>
        _ = request.View switch
        {
            // Slack stacks three modals at most, and a notice may be the third: it gives way.
            { CallbackId: ItemNotice.CallbackId } notice => await slack.SendAsync(new ViewsUpdate(form) { ViewId = notice.Id }, cancellationToken),
            { Type: "modal" } => await slack.SendAsync(new ViewsPush(request.TriggerId, form), cancellationToken),
            _ => await slack.SendAsync(new ViewsOpen(request.TriggerId, form), cancellationToken),
        };
}
