using IncidentBot.PostMortems;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.WriteUps.SignOffs;

/// <summary>Answers "Sign off", pressed by people who were asked or who attended.</summary>
internal sealed class SignOffDraft(PostMortemChanges changes, SignOffRequests signOffs) : IBlockActionHandler
{
    public Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken) => changes.PressAsync(
        request,
        PostMortemKey.ReadValue(request.Action.Data).Number,
        async asked => asked.PostMortem.Meeting.SignOff(
            asked.By, await signOffs.AttendedAsync(asked.View, asked.By, cancellationToken), asked.Now),
        cancellationToken);
}
