using IncidentBot.Cards;
using IncidentBot.Domain.ActionItems;
using IncidentBot.Domain.Timelines;
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
    EarlierReviews earlier,
    IOptions<ActionItemsOptions> options,
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

        var ideas = await db.OpenIdeas(number).AsNoTracking().ToListAsync(cancellationToken);
        return new BoardView(
            view,
            board,
            await LinesAsync(view, cancellationToken),
            EarlierItems.AreShown(board) ? await earlier.FindAsync(incident, cancellationToken) : EarlierActions.None,
            ActionIdea.Ranked(ideas),
            options.Value.Budget,
            time.GetUtcNow());
    }

    private async Task<IReadOnlyList<TimelineLine>> LinesAsync(PostMortemView view, CancellationToken cancellationToken)
    {
        var ids = view.Incidents.SelectMany(incident => incident.History.Select(change => change.By)
            .Concat(incident.StatusUpdates.Select(update => update.By))).Distinct().ToList();
        var names = await db.People.AsNoTracking().Where(person => ids.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
        return view.TimelineOf((person, _) => names.GetValueOrDefault(person, "someone"));
    }
}
