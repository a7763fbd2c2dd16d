using IncidentBot.PostMortems;
using IncidentBot.Storage;
using IncidentBot.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.FollowUps;

/// <summary>Who answers in place of an owner who left: whoever is in charge of the post-mortem.</summary>
internal sealed class StandIns(IncidentDb db, PostMortemViews views, ResponsiblePeople inCharge)
{
    public async Task<Person?> FindAsync(int number, CancellationToken cancellationToken)
    {
        var incident = await db.Incidents.SingleAsync(incident => incident.Number == number, cancellationToken);
        return await views.LoadAsync(incident, cancellationToken) is { Ok: true, Value: var view }
            ? await inCharge.FirstAsync(view, cancellationToken)
            : null;
    }
}
