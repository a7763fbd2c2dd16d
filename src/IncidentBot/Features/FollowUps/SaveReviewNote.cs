using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.FollowUps;

/// <summary>Answers "Add insight" in the progress review and in the overview.</summary>
internal sealed class OpenReviewNote(PostMortemForms forms) : IBlockActionHandler
{
    public Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = PostMortemKey.ReadValue(request.Action.Data).Number;
        return forms.OpenAsync(
            request,
            number,
            asked => ReviewNoteModal.Render(asked.View, new PostMortemKey(number, OverviewId: PostMortemModals.OverviewOf(request))),
            cancellationToken);
    }
}

/// <summary>Answers the form. Saving the same twice notes it once.</summary>
internal sealed class SaveReviewNote(PostMortemChanges changes) : IViewSubmissionHandler
{
    public Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken) =>
        changes.SubmitAsync(
            submission,
            PostMortemKey.Read(submission.View.PrivateMetadata),
            ReviewNoteModal.Blocks.Insight,
            request =>
            {
                var (insight, process) = ReviewNoteModal.Read(submission.View.State);
                return request.PostMortem.Reviews.AddNote(insight, process, request.By, request.Now);
            },
            cancellationToken);
}
