using IncidentBot.Domain.Facilitators;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Severities;
using IncidentBot.Jobs;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Features.Facilitators;

/// <summary>Looks for a facilitator for each post-mortem that needs one, and ends requests that were not answered in time.</summary>
internal sealed class RequestFacilitators(IncidentDb db, FacilitatorSelection selection) : ISweep
{
    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var waiting = await db.FacilitatorRequests.AsNoTracking()
            .Where(ask => ask.State == FacilitatorRequestState.Waiting).Select(ask => ask.IncidentNumber).ToListAsync(cancellationToken);
        var unassigned = await db.PostMortems.AsNoTracking()
            .Where(each => each.State == PostMortemState.Due || each.State == PostMortemState.Scheduled)
            .Where(each => each.Need == PostMortemNeed.Required && each.DueAt != null && each.Facilitator == null)
            .Select(each => each.IncidentNumber).ToListAsync(cancellationToken);
        foreach (var number in waiting.Union(unassigned).Order())
        {
            var incident = await db.Incidents.SingleAsync(incident => incident.Number == number, cancellationToken);
            var postMortem = await db.PostMortems.SingleAsync(each => each.IncidentNumber == number, cancellationToken);
            await selection.AdvanceAsync(incident, postMortem, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
