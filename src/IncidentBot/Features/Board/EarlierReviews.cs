using IncidentBot.Cards;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.FollowUps;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.WriteUps;
using IncidentBot.PostMortems;
using IncidentBot.PostMortems.Recurrence;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.Board;

/// <summary>Finds what a meeting reviews of earlier post-mortems.</summary>
internal sealed class EarlierReviews(IncidentDb db, RepeatTopics repeats, IOptions<IncidentsOptions> incidents)
{
    /// <summary>
    /// Every open action, and all actions of the last two post-mortems of the same service, except those of private incidents.
    /// </summary>
    public async Task<EarlierActions> FindAsync(Incident incident, CancellationToken cancellationToken)
    {
        var others = db.Incidents.AsNoTracking().Where(other => other.Number != incident.Number && !other.IsPrivate);
        var service = await db.SpellingsOfServiceAsync(incident.Service, cancellationToken);
        var lastTwo = await (
            from other in others
            join postMortem in db.PostMortems.AsNoTracking() on other.Number equals postMortem.IncidentNumber
            where other.Service != null && service.Contains(other.Service) && postMortem.Meeting.HeldAt != null
            orderby postMortem.Meeting.HeldAt descending, other.Number descending
            select postMortem).Take(2).ToListAsync(cancellationToken);
        var numbers = lastTwo.ConvertAll(postMortem => postMortem.IncidentNumber);
        var items = await db.ItemsOfOthers(incident.Number)
            .Where(item => item.ClosedAt == null || numbers.Contains(item.IncidentNumber))
            .InBoardOrder()
            .ToListAsync(cancellationToken);
        return new EarlierActions(items, EarlierAnalysis.StoppedTooEarly([.. lastTwo.Select(postMortem => Summarize(postMortem, items))])
            ? $"The last two post-mortems of {incident.Service} named the same structural gap, and every action was finished. "
                + $"The fixes were not enough: ask one more why this time."
            : null,
            await ReopenedAsync(others.Where(other => other.Service != null && service.Contains(other.Service)), cancellationToken))
        {
            Command = incidents.Value.Command,
            Repeats = await repeats.FindAsync(incident, cancellationToken),
        };
    }

    /// <summary>Newest first: what was decided in those post-mortems didn't close the gap.</summary>
    private async Task<IReadOnlyList<ReopenedEarlier>> ReopenedAsync(
        IQueryable<Incident> ofService, CancellationToken cancellationToken)
    {
        IReadOnlyList<ReopenReason> none = [];
        var open = await (
            from other in ofService
            join postMortem in db.PostMortems.AsNoTracking() on other.Number equals postMortem.IncidentNumber
            where postMortem.Reviews.ReopenReasons != none
            orderby other.Number descending
            select new { other.Number, postMortem.WriteUp.WhyChain, postMortem.Reviews.ReopenReasons }).ToListAsync(cancellationToken);
        return open.ConvertAll(each => new ReopenedEarlier(each.Number, each.WhyChain.StructuralGap, each.ReopenReasons));
    }

    private static EarlierPostMortem Summarize(PostMortem postMortem, List<ActionItem> items)
    {
        var own = items.FindAll(item => item.IncidentNumber == postMortem.IncidentNumber && item.State != ActionState.Dropped);
        return new EarlierPostMortem(
            postMortem.WriteUp.WhyChain.StructuralGap, own.Count, own.Count(item => item.State == ActionState.Done));
    }
}
