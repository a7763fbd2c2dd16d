using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Overview;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;

namespace IncidentBot.Features.PostMortems;

/// <summary>Answers "We held it": the deadline is met and the time for the write-up starts. The incident stays as it is.</summary>
internal sealed class MarkHeld(PostMortemChanges changes, PostMortemModals modals, ReviewDates days) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = PostMortemKey.ReadValue(request.Action.Data).Number;
        if (await changes.PressAsync(request, number, Hold, cancellationToken) is { View: var view })
        {
            await modals.AnswerAsync(
                request,
                view,
                Mrkdwn.Text($"The post-mortem of incident {number} is marked as held. Share the draft within a day."),
                cancellationToken);
        }
    }

    private Result Hold(PostMortemRequest request)
    {
        var held = request.PostMortem.MarkHeld(request.View.Incident.Status == IncidentStatus.Resolved, request.By, request.Now);
        if (held.Ok)
        {
            days.FillIn(request.PostMortem);
        }

        return held;
    }
}
