using IncidentBot.PostMortems;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.WriteUps.SignOffs;

/// <summary>Answers "Sign off": from those who were asked, and from those who were there.</summary>
internal sealed class SignOffDraft(PostMortemChanges changes, SignOffStatus signOffs) : IBlockActionHandler
{
    public Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken) => changes.PressAsync(
        request,
        PostMortemKey.ReadValue(request.Action.Data).Number,
        async asked => asked.PostMortem.SignOff(
            asked.By, await signOffs.WasThereAsync(asked.View, asked.By, cancellationToken), asked.Now),
        cancellationToken);
}
