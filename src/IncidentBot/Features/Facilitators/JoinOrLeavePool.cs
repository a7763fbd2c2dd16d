using IncidentBot.Domain;
using IncidentBot.People;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Facilitators;

/// <summary>Answers "Put me in" and "Take me out" under the list of the pool.</summary>
internal sealed class JoinOrLeavePool(IncidentDb db, FacilitatorPool pool, PeopleDirectory people, Replies replies) : IBlockActionHandler
{
    public static Mrkdwn In => Mrkdwn.Raw("Thank you: you are in the pool of facilitators. When it is your turn you get a direct message, and “Not me” is always fine.");

    public static Mrkdwn Out => Mrkdwn.Raw("You are not in the pool of facilitators. What you have taken on stays yours.");

    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var person = new PersonId(request.User.Id);
        var joins = request.Action.ActionId == PostMortemActions.JoinPool;
        if (joins && (await people.FindAsync(person, cancellationToken)).IsGuest)
        {
            await replies.TellAsync(request, Mrkdwn.Raw("Guests can write and react; facilitating is for members of the workspace."), cancellationToken);
            return;
        }

        await (joins ? pool.JoinAsync(person, cancellationToken) : pool.LeaveAsync(person, cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        await replies.ReplaceAsync(request, joins ? In : Out, cancellationToken);
    }
}
