using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.WriteUps.SignOffs;

/// <summary>Answers "Record attendance" with a form that lists those recorded, else those on the board, else those invited.</summary>
internal sealed class OpenAttendance(PostMortemForms forms) : IBlockActionHandler
{
    public Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken) => forms.OpenAsync(
        request,
        PostMortemKey.ReadValue(request.Action.Data).Number,
        asked => AttendanceModal.Render(
            new PostMortemKey(asked.View.Number, OverviewId: PostMortemModals.OverviewOf(request)),
            asked.View.Attendance is { IsKnown: true } known ? known.Present : asked.PostMortem.Meeting.Attendees),
        cancellationToken);
}

/// <summary>Answers the attendance form. Once the draft is shared, absent people are asked to sign off immediately.</summary>
internal sealed class RecordAttendance(PostMortemChanges changes, SignOffRequests signOffs) : IViewSubmissionHandler
{
    public Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken) =>
        changes.SubmitAsync(
            submission,
            PostMortemKey.Read(submission.View.PrivateMetadata),
            AttendanceModal.Blocks.Present,
            async request =>
            {
                var recorded = request.PostMortem.Meeting.RecordAttendance(
                    AttendanceModal.Read(submission.View.State), request.By, request.Now);
                if (recorded.Ok && request.PostMortem is { WriteUp.DraftedAt: not null, WriteUp.PublishedAt: null })
                {
                    await signOffs.AskAsync(request.View, request.By, cancellationToken);
                }

                return recorded;
            },
            cancellationToken);
}
