using IncidentBot.Domain.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;

namespace IncidentBot.Features.PostMortems.Facilitating;

/// <summary>Answers "I'll do it" and "Not me" of somebody whom the pool's draw asked; "Not me" draws again at once.</summary>
internal sealed class AnswerFacilitatorAsk(
    IncidentDb db, Dossiers dossiers, Facilitators facilitators, FacilitatorDraw draw, Replies replies) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var (number, turn) = FacilitatorAskCard.Read(request.Action.Data);
        if (await dossiers.FindOrTellAsync(request, number, cancellationToken) is not { } dossier
            || await db.FacilitatorAsks.FindAsync([number, turn], cancellationToken) is not { } ask
            || ask.Person.Value != request.User.Id)
        {
            return;
        }

        if (request.Action.ActionId == PostMortemActions.RefuseFacilitating)
        {
            draw.Decline(dossier.PostMortem, ask);
        }
        else if (await AcceptAsync(dossier, ask, cancellationToken) is { } sentence)
        {
            await replies.TellAsync(request, sentence, cancellationToken);
        }

        await draw.AdvanceAsync(dossier.Incident, dossier.PostMortem, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Why it came to nothing; null when they facilitate now.</summary>
    private async Task<Mrkdwn?> AcceptAsync(Dossier dossier, FacilitatorAsk ask, CancellationToken cancellationToken)
    {
        if (dossier.PostMortem.Facilitator == ask.Person)
        {
            return null;
        }

        if (!FacilitatorDraw.IsNeeded(dossier.Incident, dossier.PostMortem))
        {
            return dossier switch
            {
                { Incident.IsOpen: true } => Mrkdwn.Text($"Thank you. Incident {dossier.Number} is open again, so its post-mortem waits until it is resolved."),
                { PostMortem.Facilitator: { } other } => Mrkdwn.Text($"Thank you. {Mrkdwn.User(other.Value)} facilitates it already."),
                _ => Mrkdwn.Text($"Thank you. The post-mortem of incident {dossier.Number} needs no facilitator any more."),
            };
        }

        var appointed = await facilitators.AppointAsync(dossier, ask.Person, ask.Person, cancellationToken);
        if (!appointed.Ok)
        {
            return Mrkdwn.Escape(appointed.Refusal.Sentence);
        }

        draw.Close(ask, FacilitatorAskState.Accepted);
        return null;
    }
}
