using IncidentBot.Domain;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Features.Declare;

/// <summary>
/// Answers "More fields", "Record past incident" and "Declare ongoing incident": the same modal with other fields; typed text
/// stays.
/// </summary>
internal sealed class ChangeForm(DeclareOpener opener, ISlackApi slack) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        if (request.View is not { } view)
        {
            return;
        }

        var typed = view.State.Text(IncidentFields.Blocks.Title);
        var isPrivate = view.State.Checked(IncidentFields.Blocks.Options, IncidentFields.Private);
        var modal = request.Action.ActionId == DeclareModal.Report
            ? ReportModal.Render(typed, view.PrivateMetadata, isPrivate)
            : DeclareModal.Render(await opener.FormAsync(new PersonId(request.User.Id), typed, view.PrivateMetadata, cancellationToken) with
            {
                More = isPrivate || request.Action.ActionId == DeclareModal.ShowMore,
                IsPrivate = isPrivate,
            });
        await slack.SendAsync(new ViewsUpdate(modal) { ViewId = view.Id, Hash = view.Hash }, cancellationToken);
    }
}
