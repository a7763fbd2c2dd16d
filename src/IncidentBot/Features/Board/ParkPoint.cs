using IncidentBot.Domain.Timelines;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.Board;

/// <summary>Answers "Park it" and "Parking lot", on the board and in the overview.</summary>
internal sealed class OpenParkingLot(PostMortemForms forms, ReactionMap reactions) : IBlockActionHandler
{
    public Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = BoardKey.Read(request.Action.Data).Number;
        return forms.OpenAsync(
            request,
            number,
            asked => request.Action.ActionId == BoardActions.Park
                ? ParkingLotModal.ToPark(number, Guid.CreateVersion7(asked.Now))
                : ParkingLotModal.List(asked.View, reactions, PostMortemModals.OverviewOf(request)),
            cancellationToken);
    }
}

/// <summary>Parks a question or a possible cause, once however often the form is sent.</summary>
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
