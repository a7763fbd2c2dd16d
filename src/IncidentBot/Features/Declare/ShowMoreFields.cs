using IncidentBot.Domain;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Features.Declare;

/// <summary>Answers "More fields" in the declare modal: the same modal with the rest; what was typed stays.</summary>
internal sealed class ShowMoreFields(DeclareOpener opener, ISlackApi slack) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        if (request.View is not { } view)
        {
            return;
        }

        var typed = view.State.Text(DeclareModal.Blocks.Title);
        var form = await opener.FormAsync(new PersonId(request.User.Id), typed, cancellationToken);
        await slack.SendAsync(
            new ViewsUpdate(DeclareModal.Render(form with { More = true })) { ViewId = view.Id, Hash = view.Hash }, cancellationToken);
    }
}
