using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.PostMortems;
using IncidentBot.Domain.Severities;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.PostMortems;

/// <summary>Counts the required post-mortems of a team: those of the same service, otherwise of the same team, otherwise all.</summary>
internal sealed class RecentPostMortems(IncidentDb db, TimeProvider time)
{
    public async Task<PostMortemLoad> OfAsync(Incident incident, CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - PostMortemLoad.Window;
        var numbers = await db.PostMortems.AsNoTracking()
            .Where(postMortem => postMortem.Need == PostMortemNeed.Required && postMortem.ClockStartedAt >= since
                && postMortem.State != PostMortemState.NotRequired)
            .Select(postMortem => postMortem.IncidentNumber).ToListAsync(cancellationToken);
        var all = await db.Incidents.AsNoTracking().Where(each => numbers.Contains(each.Number) && !each.IsDrill)
            .Select(each => new { each.Service, each.AffectedTeam }).ToListAsync(cancellationToken);
        return (incident.Service, incident.AffectedTeam) switch
        {
            ({ } service, _) => new PostMortemLoad(all.Count(each => IsSame(each.Service, service)), service),
            (_, { } team) => new PostMortemLoad(all.Count(each => IsSame(each.AffectedTeam, team)), team),
            _ => new PostMortemLoad(all.Count, null),
        };
    }

    private static bool IsSame(string? name, string other) => name is not null && ServiceName.Key(name) == ServiceName.Key(other);
}
