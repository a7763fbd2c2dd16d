using IncidentBot.Domain;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.WriteUps.SignOffs;

/// <summary>Answers "Record attendance": prefilled with recorded people, otherwise those on the board, otherwise those invited.</summary>
internal sealed class OpenAttendance(IncidentDb db, PostMortemViews views, PostMortemModals modals) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = PostMortemKey.ReadValue(request.Action.Data).Number;
        if (await views.FindOrReplyAsync(request, number, cancellationToken) is not { } view)
        {
            return;
        }

        var board = await db.Boards.AsNoTracking().SingleOrDefaultAsync(board => board.IncidentNumber == number, cancellationToken);
        var noted = view.PostMortem.Meeting.Invitees.Where(invitee => invitee.Present == true).Select(invitee => invitee.Person).ToList();
        var present = noted.Count > 0 ? noted
            : board is { Present.Count: > 1 } ? board.Present
            : view.PostMortem.Meeting.Attendees;
        await modals.ShowAsync(
            request,
            AttendanceModal.Render(new PostMortemKey(number, OverviewId: PostMortemModals.OverviewOf(request)), present),
            cancellationToken);
    }
}

/// <summary>Answers the attendance form. Once the draft is shared, absent people are asked to sign off at once.</summary>
internal sealed class RecordAttendance(
    IncidentDb db, PostMortemViews views, SignOffStatus signOffs, PostMortemModals modals, TimeProvider time) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var key = PostMortemKey.Read(submission.View.PrivateMetadata);
        var by = new PersonId(submission.User.Id);
        var found = await views.FindAsync(by, key.Number, cancellationToken);
        var noted = found.Ok
            ? found.Value.PostMortem.Meeting.NoteAttendance(AttendanceModal.Read(submission.View.State), by, time.GetUtcNow())
            : found.Refusal;
        if (!noted.Ok || !found.Ok)
        {
            return ViewSubmissionResponse.Error(AttendanceModal.Blocks.Present, noted.Refusal?.Sentence ?? "");
        }

        if (found.Value.PostMortem is { WriteUp.DraftedAt: not null, WriteUp.PublishedAt: null })
        {
            await signOffs.AskAsync(found.Value, by, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await modals.RefreshAsync(key, found.Value, cancellationToken);
        return ViewSubmissionResponse.Close;
    }
}
