using IncidentBot.Domain.Facilitators;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Facilitators;

/// <summary>Answers "I'll do it" and "Not me" under a request to facilitate; "Not me" asks the next member at once.</summary>
internal sealed class AnswerFacilitatorRequest(
    IncidentDb db,
    PostMortemViews views,
    FacilitatorAssignments facilitators,
    FacilitatorSelection selection,
    Replies replies) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var (number, turn) = FacilitatorRequestCard.Read(request.Action.Data);
        if (await views.FindOrReplyAsync(request, number, cancellationToken) is not { } view
            || await db.FacilitatorRequests.FindAsync([number, turn], cancellationToken) is not { } ask
            || ask.Person.Value != request.User.Id)
        {
            return;
        }

        if (request.Action.ActionId == PostMortemActions.DeclineFacilitatorRequest)
        {
            selection.Decline(view.PostMortem, ask);
        }
        else if (await AcceptAsync(view, ask, cancellationToken) is { } sentence)
        {
            await replies.SendAsync(request, sentence, cancellationToken);
        }

        await selection.AdvanceAsync(view.Incident, view.PostMortem, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Why they can't facilitate after all; null when they do now.</summary>
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
                { Incident.IsOpen: true } =>
                    Mrkdwn.Text($"Thank you. Incident {view.Number} is open again, so its post-mortem is on hold."),
                { PostMortem.Facilitator: { } other } => FacilitatorMessage.AlreadyTaken(other),
                _ => Mrkdwn.Text($"Thank you. The post-mortem of incident {view.Number} no longer needs a facilitator."),
            };
        }

        var appointed = await facilitators.AppointAsync(view, ask.Person, ask.Person, cancellationToken);
        if (!appointed.Ok)
        {
            return Mrkdwn.Escape(appointed.Refusal.Sentence);
        }

        selection.Close(ask, FacilitatorRequestState.Accepted);
        return null;
    }
}
