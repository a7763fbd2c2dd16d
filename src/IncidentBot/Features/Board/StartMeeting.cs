using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.Board;
using IncidentBot.Domain.Incidents;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Board;

/// <summary>Whether a post-mortem's board can be opened, or why not.</summary>
internal sealed class BoardAccess(IncidentDb db)
{
    public static Refusal? WhyNot(PostMortemView view) => view.Incident.Status == IncidentStatus.Resolved
        ? null
        : PostMortemViews.OpenAgain(view);

    public Task<bool> HasBoardAsync(PostMortemView view, CancellationToken cancellationToken) =>
        db.Boards.AnyAsync(board => board.IncidentNumber == view.Number, cancellationToken);

    /// <summary>Where the board is, for someone who starts a meeting that has already started.</summary>
    public static Mrkdwn AlreadyStarted(PostMortemView view) =>
        Mrkdwn.Text(
            $"This meeting already has a board in {IncidentWords.Place(view.Incident)}. If it has ended, press *Resume meeting* there.");
}

/// <summary>Answers "Start meeting": asks which agenda.</summary>
internal sealed class OpenBoard(
    PostMortemViews views, BoardAccess boardAccess, PostMortemModals modals, Replies replies) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = BoardKey.Read(request.Action.Data).Number;
        if (await views.FindOrReplyAsync(request, number, cancellationToken) is not { } view)
        {
            return;
        }

        if (BoardAccess.WhyNot(view) is { } refusal)
        {
            await replies.SendAsync(request, Mrkdwn.Escape(refusal.Sentence), cancellationToken);
        }
        else if (await boardAccess.HasBoardAsync(view, cancellationToken))
        {
            await replies.SendAsync(request, BoardAccess.AlreadyStarted(view), cancellationToken);
        }
        else
        {
            await modals.ShowAsync(request, AgendaModal.ToBegin(view, PostMortemModals.OverviewOf(request)), cancellationToken);
        }
    }
}

/// <summary>
/// Answers the start form: the board appears and the post-mortem counts as held. Sent twice, or by two people, the form starts one
/// meeting.
/// </summary>
internal sealed class StartMeeting(
    IncidentDb db, PostMortemViews views, BoardAccess boardAccess, PostMortemModals modals, TimeProvider time) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var key = PostMortemKey.Read(submission.View.PrivateMetadata);
        var (by, now) = (new PersonId(submission.User.Id), time.GetUtcNow());
        var found = await views.FindAsync(by, key.Number, cancellationToken);
        if (!found.Ok)
        {
            return ViewSubmissionResponse.Error(submission.View.InputBlockIds[0], found.Refusal.Sentence);
        }

        var view = found.Value;
        var held = view.PostMortem.MarkHeld(view.Incident.Status == IncidentStatus.Resolved, by, now);
        if (!held.Ok)
        {
            return ViewSubmissionResponse.Error(submission.View.InputBlockIds[0], held.Refusal.Sentence);
        }

        if (AgendaModal.Read(submission.View.State) is { } profile && !await boardAccess.HasBoardAsync(view, cancellationToken))
        {
            db.Boards.Add(MeetingBoard.Open(view.Number, profile, view.PostMortem.Facilitator ?? by, now));
            db.RefreshBoard(view.Number, now);
            db.RefreshCards(view.Incident, now);
            await db.SaveChangesAsync(cancellationToken);
        }

        await modals.RefreshAsync(key, view, cancellationToken);
        return ViewSubmissionResponse.Close;
    }
}
