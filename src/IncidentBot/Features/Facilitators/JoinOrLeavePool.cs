using IncidentBot.Domain;
using IncidentBot.PostMortems;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Handlers;
using IncidentBot.Slack.Payloads;
using IncidentBot.Storage;
using IncidentBot.Workspace;

namespace IncidentBot.Features.Facilitators;

/// <summary>Answers "Join pool" and "Leave pool" under the list of the pool.</summary>
internal sealed class JoinOrLeavePool(IncidentDb db, FacilitatorPool pool, Replies replies) : IBlockActionHandler
{
    public static Mrkdwn In =>
        Mrkdwn.Raw("Thank you. You're in the facilitator pool. When it's your turn you'll get a direct message; you can always say no.");

    public static Mrkdwn Out => Mrkdwn.Raw("You've left the facilitator pool. You still facilitate the post-mortems you already took on.");

    public async Task HandleAsync(BlockActionRequest request, CancellationToken cancellationToken)
    {
        var person = new PersonId(request.User.Id);
        var joins = request.Action.ActionId == PostMortemActions.JoinPool;
        await (joins ? pool.JoinAsync(person, cancellationToken) : pool.LeaveAsync(person, cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        await replies.ReplaceAsync(request, joins ? In : Out, cancellationToken);
    }
}
