using IncidentBot.Cards;
using IncidentBot.Domain;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Facilitators;

/// <summary>Answers "Not me" of a facilitator: asks the pool at once, or the lead can choose.</summary>
internal sealed class DeclineFacilitating(
    IncidentDb db, PostMortemViews views, FacilitatorSelection selection, Replies replies, TimeProvider time) : IBlockActionHandler
{
    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var number = PostMortemKey.ReadValue(request.Action.Data).Number;
        if (await views.FindOrReplyAsync(request, number, cancellationToken) is not { } view)
        {
            return;
        }

        view.PostMortem.DeclineFacilitating(new PersonId(request.User.Id), time.GetUtcNow());
        var isAsked = await selection.AdvanceAsync(view.Incident, view.PostMortem, cancellationToken);
        db.RefreshCards(view.Incident, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        var next = isAsked ? "I'll ask someone else in the pool." : "The lead can choose someone else.";
        await replies.ReplaceAsync(
            request, Mrkdwn.Text($"OK, you won't facilitate the post-mortem of incident {number}. {next}"), cancellationToken);
    }
}
