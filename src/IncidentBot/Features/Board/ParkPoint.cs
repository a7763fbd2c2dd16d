using IncidentBot.Cards;
using IncidentBot.Domain.Timelines;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Board;

/// <summary>Answers "Park it" and "Parking lot".</summary>
internal sealed class OpenParkingLot(IncidentDb db, Boards boards, ModalOpener modals, ReactionMap reactions, TimeProvider time)
    : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        if (await boards.FindOrReplyAsync(request, cancellationToken) is not { } meeting)
        {
            return;
        }

        var modal = request.Action.ActionId == BoardActions.Park
            ? ParkingLotModal.ToPark(meeting.PostMortemView.Number, Guid.CreateVersion7(time.GetUtcNow()))
            : ParkingLotModal.List(
                meeting.PostMortemView, await db.ParkedQuestionsAsync(meeting.PostMortemView.Number, cancellationToken), reactions);
        await modals.ShowAsync(request, modal, cancellationToken);
    }
}

/// <summary>Parks a question or a possible cause. Sent twice, it is parked once.</summary>
internal sealed class ParkPoint(PostMortemChanges changes) : IViewSubmissionHandler
{
    public Task<ViewSubmissionResponse> HandleAsync(ViewSubmission submission, CancellationToken cancellationToken)
    {
        var key = PostMortemKey.Read(submission.View.PrivateMetadata);
        var (kind, text) = ParkingLotModal.Read(submission.View.State);
        return changes.SubmitAsync(
            submission, key, "text", request => request.PostMortem.WriteUp.Park(key.Item, kind, text, request.By, request.Now),
            cancellationToken);
    }
}
