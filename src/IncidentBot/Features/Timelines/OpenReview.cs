using IncidentBot.Commands;
using IncidentBot.Domain;
using IncidentBot.People;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Timelines;

/// <summary>Answers the button "Timeline" with the review list.</summary>
internal sealed class OpenReview(Access access, ReviewScreen screen, ModalOpener modals) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = ButtonValue.Read(request.Action.Data).Number();
        if (await access.FindOrReplyAsync(request, number, cancellationToken) is not { } incident)
        {
            return;
        }

        var modal = await screen.RenderAsync(incident, new ReviewPage(number), new PersonId(request.User.Id), cancellationToken);
        await modals.ShowAsync(request, modal, cancellationToken);
    }
}
