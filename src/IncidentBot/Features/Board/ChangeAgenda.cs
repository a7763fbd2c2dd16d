using IncidentBot.Domain;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Board;

/// <summary>Answers "Change agenda" in the facilitator's menu.</summary>
internal sealed class OpenAgenda(Boards boards, ModalOpener modals) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        if (await boards.FindToRunAsync(request, cancellationToken) is { } meeting)
        {
            await modals.ShowAsync(request, AgendaModal.ToChange(meeting), cancellationToken);
        }
    }
}

/// <summary>The running meeting follows another agenda.</summary>
internal sealed class ChangeAgenda(Boards boards, PostMortemChanges changes) : IViewSubmissionHandler
{
    public Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken) =>
        changes.SubmitAsync(
            submission,
            PostMortemKey.Read(submission.View.PrivateMetadata),
            submission.View.InputBlockIds[0],
            async request =>
            {
                var found = await boards.FindToRunAsync(request, cancellationToken);
                if (!found.Ok)
                {
                    return found.Refusal;
                }

                if (AgendaModal.Read(submission.View.State) is { } profile)
                {
                    found.Value.Board.Follow(profile, request.Now);
                }

                return Result.Accepted;
            },
            cancellationToken);
}
