using IncidentBot.Domain;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Facilitators;

/// <summary>Answers "Not me" of a facilitator: asks the pool at once, or the lead can choose.</summary>
internal sealed class DeclineFacilitating(PostMortemChanges changes, FacilitatorSelection selection, Replies replies) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var (number, isAsked) = (PostMortemKey.ReadValue(request.Action.Data).Number, false);
        var declined = await changes.PressAsync(
            request,
            number,
            async asked =>
            {
                asked.PostMortem.DeclineFacilitating(asked.By, asked.Now);
                isAsked = await selection.AdvanceAsync(asked.View.Incident, asked.PostMortem, cancellationToken);
                return Result.Accepted;
            },
            cancellationToken);
        if (declined is not null)
        {
            var next = isAsked ? "I'll ask someone else in the pool." : "The lead can choose someone else.";
            await replies.ReplaceAsync(
                request, Mrkdwn.Text($"OK, you won't facilitate the post-mortem of incident {number}. {next}"), cancellationToken);
        }
    }
}
