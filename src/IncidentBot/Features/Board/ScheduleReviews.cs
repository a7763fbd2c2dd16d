using IncidentBot.PostMortems;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Board;

/// <summary>Answers "Change dates" on the board.</summary>
internal sealed class OpenFollowUps(Boards boards, ModalOpener modals) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        if (await boards.FindOrTellAsync(request, cancellationToken) is { } meeting)
        {
            await modals.ShowAsync(request, FollowUpModal.Render(meeting.PostMortemView), cancellationToken);
        }
    }
}

/// <summary>Keeps the dates of the follow-up checks.</summary>
internal sealed class ScheduleReviews(PostMortemChanges changes) : IViewSubmissionHandler
{
    public Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken) =>
        changes.SubmitAsync(
            submission,
            PostMortemKey.Read(submission.View.PrivateMetadata),
            "effectiveness",
            request => request.PostMortem.ScheduleReviews(
                FollowUpModal.Read(submission.View.State), DateOnly.FromDateTime(request.Now.UtcDateTime), request.By, request.Now),
            cancellationToken);
}
