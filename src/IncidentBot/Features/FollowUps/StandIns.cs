using IncidentBot.PostMortems;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.FollowUps;

/// <summary>Finds who answers in place of a deactivated owner: the first person responsible for the post-mortem.</summary>
internal sealed class StandIns(IncidentDb db, PostMortemViews views, ResponsiblePeople responsible)
{
    public async Task<Person?> FindAsync(int number, CancellationToken cancellationToken)
    {
        var incident = await db.Incidents.SingleAsync(incident => incident.Number == number, cancellationToken);
        return await views.LoadAsync(incident, cancellationToken) is { Ok: true, Value: var view }
            ? await responsible.FirstAsync(view, cancellationToken)
            : null;
    }
}
