using IncidentBot.PostMortems;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Board;

/// <summary>Answers "Change review dates" on the board.</summary>
internal sealed class OpenFollowUps(Boards boards, ModalOpener modals) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        if (await boards.FindOrReplyAsync(request, cancellationToken) is { } meeting)
        {
            await modals.ShowAsync(request, FollowUpModal.Render(meeting.PostMortemView), cancellationToken);
        }
    }
}

/// <summary>Saves the dates of the follow-up reviews.</summary>
internal sealed class ScheduleReviews(PostMortemChanges changes) : IViewSubmissionHandler
{
    public Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken) =>
        changes.SubmitAsync(
            submission,
            PostMortemKey.Read(submission.View.PrivateMetadata),
            "effectiveness",
            request => request.PostMortem.Reviews.ScheduleReviews(
                FollowUpModal.Read(submission.View.State), request.View.TodayAt(request.Now), request.By, request.Now),
            cancellationToken);
}
