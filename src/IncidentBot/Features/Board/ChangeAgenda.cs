using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Board;

/// <summary>Answers "Agenda" on the board, for the person who runs the board.</summary>
internal sealed class OpenAgenda(Boards boards, ModalOpener modals) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        if (await boards.FindForDriverAsync(request, cancellationToken) is { } meeting)
        {
            await modals.ShowAsync(request, AgendaModal.ToChange(meeting), cancellationToken);
        }
    }
}

/// <summary>The running meeting follows another agenda.</summary>
internal sealed class ChangeAgenda(IncidentDb db, PostMortemViews views, TimeProvider time) : IViewSubmissionHandler
{
    public async Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var number = PostMortemKey.Read(submission.View.PrivateMetadata).Number;
        var found = await views.FindAsync(new PersonId(submission.User.Id), number, cancellationToken);
        if (!found.Ok)
        {
            return ViewSubmissionResponse.Error(submission.View.InputBlockIds[0], found.Refusal.Sentence);
        }

        var board = await db.Boards.SingleAsync(board => board.IncidentNumber == number, cancellationToken);
        if (AgendaModal.Read(submission.View.State) is { } profile)
        {
            board.Follow(profile, time.GetUtcNow());
            db.RefreshBoard(number, time.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
        }

        return ViewSubmissionResponse.Close;
    }
}
