using IncidentBot.Commands;
using IncidentBot.Domain.Incidents;
using IncidentBot.People;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Lifecycle;

/// <summary>Answers "Reasons and milestones" in the debrief: the form that follows resolving.</summary>
internal sealed class OpenWhatHappened(Access access, WhatHappenedForm form, ModalOpener modals, Replies replies) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = ButtonValue.Read(request.Action.Data).Number();
        if (await access.FindOrReplyAsync(request, number, cancellationToken) is not { } incident)
        {
            return;
        }

        if (incident.Status != IncidentStatus.Resolved)
        {
            await replies.SendAsync(
                request, Mrkdwn.Text($"Incident {number} isn't resolved. You'll be asked again once it is."), cancellationToken);
            return;
        }

        await modals.ShowAsync(request, await form.RenderAsync(incident, cancellationToken), cancellationToken);
    }
}
