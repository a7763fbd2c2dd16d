using IncidentBot.Domain;
using IncidentBot.Domain.Board;
using IncidentBot.Domain.Incidents;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Board;

/// <summary>Whether a meeting can start.</summary>
internal static class StartRules
{
    /// <summary>A post-mortem is never held during its incident.</summary>
    public static Refusal? Refuse(PostMortemView view) =>
        view.Incident.Status is IncidentStatus.Resolved ? null : PostMortemViews.OpenAgain(view);
}

/// <summary>Answers "Start meeting": asks which agenda, or shows the board of a meeting that has started.</summary>
internal sealed class OpenBoard(
    PostMortemViews views, PostMortemForms forms, BoardReposts again, Replies replies) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = BoardKey.Read(request.Action.Data).Number;
        if (await views.FindOrReplyAsync(request, number, cancellationToken) is not { } view)
        {
            return;
        }

        if (StartRules.Refuse(view) is null && await again.ShowAsync(view, cancellationToken) is { } answer)
        {
            await replies.SendAsync(request, answer, cancellationToken);
            return;
        }

        await forms.OpenAsync(
            request,
            number,
            asked => StartRules.Refuse(asked.View) is { } refusal
                ? refusal
                : AgendaModal.ToBegin(asked.View, PostMortemModals.OverviewOf(request)),
            cancellationToken);
    }
}

/// <summary>
/// Answers the start form: the board appears and the post-mortem counts as held. Sent twice, or by two people, the form starts one
/// meeting.
/// </summary>
internal sealed class StartMeeting(IncidentDb db, PostMortemChanges changes, EarlierReviews earlier) : IViewSubmissionHandler
{
    public Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken) =>
        changes.SubmitAsync(
            submission,
            PostMortemKey.Read(submission.View.PrivateMetadata),
            submission.View.InputBlockIds[0],
            request => StartAsync(submission, request, cancellationToken),
            cancellationToken);

    private async Task<FormDecision> StartAsync(ViewSubmission submission, PostMortemRequest request, CancellationToken cancellationToken)
    {
        var (view, by, now) = request;
        var held = view.PostMortem.MarkHeld(view.Incident.Status == IncidentStatus.Resolved, by, now);
        if (held.Ok && AgendaModal.Read(submission.View.State) is { } profile
            && !await db.Boards.AnyAsync(board => board.IncidentNumber == view.Number, cancellationToken))
        {
            AgendaPhaseKind[] leftOut =
                (await earlier.FindAsync(view.Incident, cancellationToken)).AreNone ? [AgendaPhaseKind.OpenActions] : [];
            db.Boards.Add(MeetingBoard.Open(view.Number, profile, view.PostMortem.Facilitator ?? by, now, leftOut));
        }

        return held;
    }
}
