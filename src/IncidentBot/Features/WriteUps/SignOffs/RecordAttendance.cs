using IncidentBot.Domain;
using IncidentBot.Domain.PostMortems;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.WriteUps.SignOffs;

/// <summary>Answers "Record attendance": prefilled with recorded people, otherwise those on the board, otherwise those invited.</summary>
internal sealed class OpenAttendance(IncidentDb db, PostMortemForms forms) : IBlockActionHandler
{
    public Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken) => forms.OpenAsync(
        request,
        PostMortemKey.ReadValue(request.Action.Data).Number,
        async asked => AttendanceModal.Render(
            new PostMortemKey(asked.View.Number, OverviewId: PostMortemModals.OverviewOf(request)),
            await PresentAsync(asked.PostMortem, cancellationToken)),
        cancellationToken);

    private async Task<IReadOnlyList<PersonId>> PresentAsync(PostMortem postMortem, CancellationToken cancellationToken)
    {
        var number = postMortem.IncidentNumber;
        var board = await db.Boards.AsNoTracking().SingleOrDefaultAsync(board => board.IncidentNumber == number, cancellationToken);
        var noted = postMortem.Meeting.Invitees.Where(invitee => invitee.Present == true).Select(invitee => invitee.Person).ToList();
        return noted.Count > 0 ? noted
            : board is { Present.Count: > 1 } ? board.Present
            : postMortem.Meeting.Attendees;
    }
}

/// <summary>Answers the attendance form. Once the draft is shared, absent people are asked to sign off at once.</summary>
internal sealed class RecordAttendance(PostMortemChanges changes, SignOffStatus signOffs) : IViewSubmissionHandler
{
    public Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken) =>
        changes.SubmitAsync(
            submission,
            PostMortemKey.Read(submission.View.PrivateMetadata),
            AttendanceModal.Blocks.Present,
            async request =>
            {
                var noted = request.PostMortem.Meeting.RecordAttendance(
                    AttendanceModal.Read(submission.View.State), request.By, request.Now);
                if (noted.Ok && request.PostMortem is { WriteUp.DraftedAt: not null, WriteUp.PublishedAt: null })
                {
                    await signOffs.AskAsync(request.View, request.By, cancellationToken);
                }

                return noted;
            },
            cancellationToken);
}
