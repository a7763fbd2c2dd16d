using IncidentBot.Domain.Facilitators;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Facilitators;

/// <summary>Answers "I'll do it" and "Not me" of somebody whom the pool's draw asked; "Not me" draws again at once.</summary>
internal sealed class AnswerFacilitatorRequest(
    IncidentDb db, PostMortemViews views, FacilitatorAssignments facilitators, FacilitatorSelection draw, Replies replies) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var (number, turn) = FacilitatorRequestCard.Read(request.Action.Data);
        if (await views.FindOrTellAsync(request, number, cancellationToken) is not { } view
            || await db.FacilitatorAsks.FindAsync([number, turn], cancellationToken) is not { } ask
            || ask.Person.Value != request.User.Id)
        {
            return;
        }

        if (request.Action.ActionId == PostMortemActions.RefuseFacilitating)
        {
            draw.Decline(view.PostMortem, ask);
        }
        else if (await AcceptAsync(view, ask, cancellationToken) is { } sentence)
        {
            await replies.TellAsync(request, sentence, cancellationToken);
        }

        await draw.AdvanceAsync(view.Incident, view.PostMortem, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Why it came to nothing; null when they facilitate now.</summary>
    private async Task<Mrkdwn?> AcceptAsync(PostMortemView view, FacilitatorRequest ask, CancellationToken cancellationToken)
    {
        if (view.PostMortem.Facilitator == ask.Person)
        {
            return null;
        }

        if (!FacilitatorSelection.IsNeeded(view.Incident, view.PostMortem))
        {
            return view switch
            {
                { Incident.IsOpen: true } => Mrkdwn.Text($"Thank you. Incident {view.Number} is open again, so its post-mortem waits until it is resolved."),
                { PostMortem.Facilitator: { } other } => Mrkdwn.Text($"Thank you. {Mrkdwn.User(other.Value)} facilitates it already."),
                _ => Mrkdwn.Text($"Thank you. The post-mortem of incident {view.Number} needs no facilitator any more."),
            };
        }

        var appointed = await facilitators.AppointAsync(view, ask.Person, ask.Person, cancellationToken);
        if (!appointed.Ok)
        {
            return Mrkdwn.Escape(appointed.Refusal.Sentence);
        }

        draw.Close(ask, FacilitatorAskState.Accepted);
        return null;
    }
}
