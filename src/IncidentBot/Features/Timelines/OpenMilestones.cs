using IncidentBot.Commands;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Timelines;

/// <summary>Answers "Edit milestones" in the timeline and in the form of the incident.</summary>
internal sealed class OpenMilestones(Access access, ModalOpener modals, Replies replies) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = ButtonValue.Read(request.Action.Data).Number();
        if (await access.FindOrReplyAsync(request, number, cancellationToken) is not { } incident)
        {
            return;
        }

        if (incident.MayEdit() is { Refusal: { } refusal })
        {
            await replies.SendAsync(request, Mrkdwn.Escape(refusal.Sentence), cancellationToken);
            return;
        }

        await modals.ShowAsync(request, MilestonesModal.Render(incident, request.Action.Data), cancellationToken);
    }
}
