using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.Domain.Board;
using IncidentBot.Domain.Incidents;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Board;

/// <summary>Whether a post-mortem's board can be opened, or why not.</summary>
internal sealed class BoardAccess(IncidentDb db)
{
    public async Task<Refusal?> RefuseAsync(PostMortemView view, CancellationToken cancellationToken) => view switch
    {
        { Incident.Status: not IncidentStatus.Resolved } => PostMortemViews.OpenAgain(view),
        _ when await HasBoardAsync(view, cancellationToken) => AlreadyStarted(view),
        _ => null,
    };

    public Task<bool> HasBoardAsync(PostMortemView view, CancellationToken cancellationToken) =>
        db.Boards.AnyAsync(board => board.IncidentNumber == view.Number, cancellationToken);

    /// <summary>Where the board is, for someone who starts a meeting that has already started.</summary>
    private static Refusal AlreadyStarted(PostMortemView view) => new(
        $"This meeting already has a board in {IncidentWords.Place(view.Incident)}. If it has ended, press *Resume meeting* there.");
}

/// <summary>Answers "Start meeting": asks which agenda.</summary>
internal sealed class OpenBoard(PostMortemForms forms, BoardAccess boardAccess) : IBlockActionHandler
{
    public Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken) => forms.OpenAsync(
        request,
        BoardKey.Read(request.Action.Data).Number,
        async asked => await boardAccess.RefuseAsync(asked.View, cancellationToken) is { } refusal
            ? refusal
            : AgendaModal.ToBegin(asked.View, PostMortemModals.OverviewOf(request)),
        cancellationToken);
}

/// <summary>
/// Answers the start form: the board appears and the post-mortem counts as held. Sent twice, or by two people, the form starts one
/// meeting.
/// </summary>
internal sealed class StartMeeting(IncidentDb db, PostMortemChanges changes, BoardAccess boardAccess) : IViewSubmissionHandler
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
        if (held.Ok && AgendaModal.Read(submission.View.State) is { } profile && !await boardAccess.HasBoardAsync(view, cancellationToken))
        {
            db.Boards.Add(MeetingBoard.Open(view.Number, profile, view.PostMortem.Facilitator ?? by, now));
        }

        return held;
    }
}
