using IncidentBot.Cards;
using IncidentBot.Domain.Recurrence;
using IncidentBot.PostMortems.Causes;
using IncidentBot.PostMortems.Recurrence;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Recurrence;

/// <summary>An investigation with what its card shows.</summary>
/// <param name="Investigation">The investigation.</param>
/// <param name="Class">The name of the cause class now.</param>
/// <param name="Incidents">Its incidents, oldest first; the title of a private one is never shown.</param>
/// <param name="Actions">What became of the earlier actions.</param>
/// <param name="Places">Where each public incident is discussed.</param>
internal sealed record InvestigationView(
    StructuralInvestigation Investigation,
    string Class,
    IReadOnlyList<CauseIncident> Incidents,
    PastActions Actions,
    IReadOnlyDictionary<int, Mrkdwn> Places);

/// <summary>Loads investigations as their cards show them.</summary>
internal sealed class InvestigationViews(IncidentDb db, CauseHistory history, IncidentLinks links)
{
    /// <summary>Null when there is no such investigation.</summary>
    public async Task<InvestigationView?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Investigations.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancellationToken) is not { } found)
        {
            return null;
        }

        var classes = await db.AllCauseClassesAsync(cancellationToken);
        if (classes.RootOf(found.Class) is not { } cause)
        {
            return null;
        }

        var all = await history.OfAsync(classes.Parts(cause.Id), found.Since, cancellationToken);
        List<CauseIncident> incidents = [.. all.Where(incident => found.ClosedAt is not { } closed || incident.StartedAt <= closed)];
        var newest = incidents.LastOrDefault();
        return new InvestigationView(
            found,
            cause.Name,
            incidents,
            await history.ActionsAsync(
                incidents.Where(incident => incident != newest), newest?.StartedAt ?? found.OpenedAt, cancellationToken),
            await links.PlacesAsync(
                incidents.Where(incident => !incident.IsPrivate).Select(incident => incident.Number), cancellationToken));
    }
}
