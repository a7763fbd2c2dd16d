using IncidentBot.Cards;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Board;
using IncidentBot.Domain.FollowUps;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Timelines;
using IncidentBot.Domain.WriteUps;
using IncidentBot.PostMortems;
using IncidentBot.Storage;
using IncidentBot.Workspace;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncidentBot.Features.Board;

/// <summary>Loads everything that a board shows.</summary>
internal sealed class BoardViews(
    IncidentDb db,
    PostMortemViews views,
    IOptions<ActionItemsOptions> options,
    IOptions<IncidentsOptions> incidents,
    TimeProvider time)
{
    /// <summary>Null while there is no board.</summary>
    public async Task<BoardView?> FindAsync(int number, CancellationToken cancellationToken)
    {
        var board = await db.Boards.AsNoTracking().SingleOrDefaultAsync(board => board.IncidentNumber == number, cancellationToken);
        var incident = await db.Incidents.AsNoTracking().SingleOrDefaultAsync(incident => incident.Number == number, cancellationToken);
        if (board is null || incident is null || await views.LoadAsync(incident, cancellationToken) is not { Ok: true, Value: { } view })
        {
            return null;
        }

        var parked = await db.ParkedQuestionsAsync(number, cancellationToken);
        var ideas = await db.OpenIdeas(number).AsNoTracking().ToListAsync(cancellationToken);
        return new BoardView(
            view,
            board,
            await LinesAsync(view, cancellationToken),
            parked.Count + view.PostMortem.WriteUp.Parked.Count,
            await EarlierAsync(board, incident, cancellationToken),
            ActionIdea.Ranked(ideas),
            options.Value.Budget, time.GetUtcNow())
        {
            Command = incidents.Value.Command,
        };
    }

    private async Task<IReadOnlyList<TimelineLine>> LinesAsync(PostMortemView view, CancellationToken cancellationToken)
    {
        var ids = view.Incident.History.Select(change => change.By)
            .Concat(view.Incident.StatusUpdates.Select(update => update.By)).Distinct().ToList();
        var names = await db.People.AsNoTracking().Where(person => ids.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
        return TimelineView.Of(view.Incident, view.Entries, person => names.GetValueOrDefault(person, "someone"));
    }

    /// <summary>
    /// Every open action, and all actions of the last two post-mortems of the same service, except those of private incidents.
    /// </summary>
    private async Task<EarlierActions> EarlierAsync(MeetingBoard board, Incident incident, CancellationToken cancellationToken)
    {
        if (!EarlierItems.AreShown(board))
        {
            return EarlierActions.None;
        }

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
            await ReopenedAsync(others.Where(other => other.Service != null && service.Contains(other.Service)), cancellationToken));
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
